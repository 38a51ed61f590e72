package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Align;
import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Code;
import dev.ashlar.struct.Endian;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Offset;
import dev.ashlar.struct.Scale;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;
import dev.ashlar.struct.U8;
import dev.ashlar.struct.Variants;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotations of structs that stand where nothing reads them: an assertion that nobody checks is worse than none.
 *
 * <p>Those in generated code and on methods are left alone: other processors copy the annotations of components there.
 */
public final class StrayAnnotations {
    private final Sites sites;
    private final NamedStructs named;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<TypeElement> unread = new HashSet<>();

    private StrayAnnotations(Sites sites, NamedStructs named) {
        this.sites = sites;
        this.named = named;
    }

    public static List<Finding> find(RoundEnvironment round, Sites sites, NamedStructs named) {
        StrayAnnotations stray = new StrayAnnotations(sites, named);
        for (Element element : round.getElementsAnnotatedWith(LayoutCheck.class)) {
            if (!stray.isStructOrMayBe((TypeElement) element, LayoutCheck.class)) {
                stray.add(element, LayoutCheck.class, "a record with @Struct");
            }
        }
        for (Element element : round.getElementsAnnotatedWith(Variants.class)) {
            if (!UnionReader.listsVariants((TypeElement) element)
                    || !stray.isStructOrMayBe((TypeElement) element, Variants.class)) {
                stray.add(element, Variants.class, "a sealed interface of Kotlin with @Struct");
            }
        }
        for (Class<? extends Annotation> annotation : List.of(
                Length.class,
                Offset.class,
                Endian.class,
                Align.class,
                Stored.class,
                U8.class,
                U16.class,
                U32.class,
                StoredBy.class,
                Scale.class,
                Absent.class,
                Bits.class,
                Atomic.class,
                Tail.class)) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (!stray.isRead(element, annotation)) {
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
        if (isGenerated(element)) {
            return;
        }
        findings.add(Finding.of(
                sites.add(element), Message.STRAY_ANNOTATION, annotation.getSimpleName(), name(element), home));
    }

    /** The name of a type, or of what is declared in one: {@code p.Person.age}. */
    private static Object name(Element element) {
        return element instanceof TypeElement type
                ? type.getQualifiedName()
                : owner(element) + "." + element.getSimpleName();
    }

    private static String home(Class<? extends Annotation> annotation) {
        String component = "a component of a record with @Struct";
        return annotation == Stored.class || ComponentSettings.SHORT_FORMS.containsKey(annotation)
                ? component + ", or a sealed interface with it"
                : component;
    }

    /**
     * Whether {@code type} is a struct, or a {@code @StructsFor} of another compilation may make it one, of which a note
     * tells.
     */
    private boolean isStructOrMayBe(TypeElement type, Class<? extends Annotation> annotation) {
        if (Annotations.has(type, Struct.class) || named.isNamed(type)) {
            return true;
        }
        if (!DeclarationReader.isPossible(type)) {
            return false;
        }
        if (unread.add(type)) {
            findings.add(Finding.of(
                    sites.add(type), Message.UNREAD_ANNOTATION, annotation.getSimpleName(), type.getQualifiedName()));
        }
        return true;
    }

    /** Returns whether {@code element} is a record or data class that some sealed interface permits. */
    private static boolean isVariant(Element element) {
        return element instanceof TypeElement type
                && DeclarationReader.isPossible(type)
                && !UnionReader.isUnion(type)
                && type.getInterfaces().stream()
                        .map(implemented -> ((DeclaredType) implemented).asElement())
                        .anyMatch(implemented -> implemented instanceof TypeElement parent && mayBeUnion(parent));
    }

    /** Returns whether a type may be sealed; Kotlin does not show that of an interface. */
    private static boolean mayBeUnion(TypeElement parent) {
        return UnionReader.isUnion(parent) || KotlinClass.isKotlin(parent);
    }

    /** Returns whether the annotation is read there, or an error there is reported already. */
    private boolean isRead(Element element, Class<? extends Annotation> annotation) {
        if (element instanceof TypeElement type) {
            return UnionReader.isUnion(type) && isStructOrMayBe(type, annotation);
        }
        TypeElement owner = owner(element);
        if (owner == null || element.getKind() == ElementKind.METHOD || element.getKind() == ElementKind.PARAMETER) {
            return owner != null;
        }
        if (owner.getKind() == ElementKind.RECORD) {
            return element.getKind() == ElementKind.RECORD_COMPONENT
                    ? isStructOrMayBe(owner, annotation)
                    : isCopy(element, owner, annotation);
        }
        // What Kotlin declares as a property is a field, a parameter and a getter, and a parameter of copy().
        return Annotations.has(owner, Struct.class)
                || (KotlinClass.isDataClass(owner) && isStructOrMayBe(owner, annotation));
    }

    /** Returns whether the compiler copied the annotation from the record component of the same name. */
    private static boolean isCopy(Element element, TypeElement owner, Class<? extends Annotation> annotation) {
        for (RecordComponentElement component : owner.getRecordComponents()) {
            if (element.getKind() == ElementKind.FIELD
                    && component.getSimpleName().equals(element.getSimpleName())
                    && Annotations.has(component, annotation)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether an annotation like {@code @Generated} says so, of whatever library. */
    private static boolean isGenerated(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around.getAnnotationMirrors().stream()
                    .anyMatch(mirror ->
                            Annotations.type(mirror).getSimpleName().toString().contains("Generated"))) {
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
