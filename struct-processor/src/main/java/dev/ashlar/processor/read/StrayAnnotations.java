package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.struct.Align;
import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Code;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Offset;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Finds annotations of structs that stand where nothing reads them: an assertion that nobody checks is worse than none. */
public final class StrayAnnotations {
    private final Sites sites;
    private final List<Finding> findings = new ArrayList<>();

    private StrayAnnotations(Sites sites) {
        this.sites = sites;
    }

    public static List<Finding> find(RoundEnvironment round, Sites sites) {
        StrayAnnotations stray = new StrayAnnotations(sites);
        for (Element element : round.getElementsAnnotatedWith(LayoutCheck.class)) {
            if (!Annotations.has(element, Struct.class)) {
                stray.add(element, LayoutCheck.class, "a record with @Struct");
            }
        }
        for (Class<? extends Annotation> annotation :
                List.of(Length.class, Offset.class, Align.class, Stored.class, Bits.class, Atomic.class, Tail.class)) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (!isRead(element, annotation)) {
                    stray.add(element, annotation, home(annotation));
                }
            }
        }
        for (Element element : round.getElementsAnnotatedWith(Code.class)) {
            if (element.getKind() != ElementKind.ENUM_CONSTANT && !isVariant(element)) {
                stray.add(element, Code.class, "a constant of an enum or a record of a union");
            }
        }
        return stray.findings;
    }

    private void add(Element element, Class<? extends Annotation> annotation, String home) {
        findings.add(Finding.of(
                sites.add(element),
                Message.STRAY_ANNOTATION,
                annotation.getSimpleName(),
                element.getSimpleName(),
                home));
    }

    private static String home(Class<? extends Annotation> annotation) {
        String component = "a component of a record with @Struct";
        return annotation == Stored.class ? component + ", or a sealed interface with it" : component;
    }

    /** Whether {@code element} is a record that some sealed interface permits. */
    private static boolean isVariant(Element element) {
        return element instanceof TypeElement type
                && type.getKind() == ElementKind.RECORD
                && type.getInterfaces().stream()
                        .map(implemented -> ((DeclaredType) implemented).asElement())
                        .anyMatch(implemented -> implemented.getModifiers().contains(Modifier.SEALED));
    }

    /** Whether the annotation is read there, or what is wrong there is reported already. */
    private static boolean isRead(Element element, Class<? extends Annotation> annotation) {
        if (element instanceof TypeElement type) {
            return UnionReader.isUnion(type) && Annotations.has(type, Struct.class);
        }
        TypeElement owner = owner(element);
        if (owner == null) {
            return false;
        }
        boolean inStruct = Annotations.has(owner, Struct.class);
        if (inStruct && owner.getKind() != ElementKind.RECORD) {
            return true;
        }
        return element.getKind() == ElementKind.RECORD_COMPONENT ? inStruct : isCopy(element, owner, annotation);
    }

    /** Whether the compiler copied the annotation from the record component of the same name. */
    private static boolean isCopy(Element element, TypeElement owner, Class<? extends Annotation> annotation) {
        Set<ElementKind> homes = Set.of(ElementKind.FIELD, ElementKind.METHOD, ElementKind.PARAMETER);
        for (RecordComponentElement component : owner.getRecordComponents()) {
            if (homes.contains(element.getKind())
                    && component.getSimpleName().equals(element.getSimpleName())
                    && Annotations.has(component, annotation)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable TypeElement owner(Element element) {
        Element owner = element.getEnclosingElement();
        while (owner != null && !(owner instanceof TypeElement)) {
            owner = owner.getEnclosingElement();
        }
        return (TypeElement) owner;
    }
}
