package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Offset;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads one component of a record. */
final class ComponentReader {
    private final RecordComponentElement component;
    private final Site site;
    private final Findings findings;

    private ComponentReader(RecordComponentElement component, Site site, Findings findings) {
        this.component = component;
        this.site = site;
        this.findings = findings;
    }

    static ComponentModel read(RecordComponentElement component, Site site, Findings findings) {
        ComponentReader reader = new ComponentReader(component, site, findings);
        String name = component.getSimpleName().toString();
        Long offset = reader.number(Offset.class);
        Long length = reader.number(Length.class);
        TypeMirror type = component.asType();
        if (type.getKind() == TypeKind.ERROR) {
            findings.gap(site, Message.UNRESOLVED_TYPE, name, type);
            return new ComponentModel(name, null, offset, site);
        }
        if (reader.isNullable()) {
            findings.wrong(site, Message.NULLABLE_COMPONENT, name, ComponentTypeReader.describe(type));
            return new ComponentModel(name, null, offset, site);
        }
        boolean hasLength = Annotations.has(component, Length.class);
        return new ComponentModel(
                name, new ComponentTypeReader(name, site, findings).read(type, hasLength, length), offset, site);
    }

    /** The number of an annotation; null when there is none, or none that the compiler can tell. */
    private @Nullable Long number(Class<? extends Annotation> annotation) {
        Optional<? extends AnnotationMirror> mirror = Annotations.find(component, annotation);
        if (mirror.isEmpty()) {
            return null;
        }
        Optional<Long> number = Annotations.number(mirror.get(), "value", -1);
        if (number.isEmpty()) {
            findings.gap(site, Message.UNRESOLVED_VALUE, component.getSimpleName(), annotation.getSimpleName());
        }
        return number.orElse(null);
    }

    /**
     * Whether anybody's annotation of that name stands on the type or, as the older ones do, on the declaration. A
     * component whose name Java forbids, such as {@code hashCode}, has no accessor.
     */
    private boolean isNullable() {
        return Stream.of(component.asType(), component, component.getAccessor())
                .filter(Objects::nonNull)
                .flatMap(annotated -> annotated.getAnnotationMirrors().stream())
                .anyMatch(mirror -> Annotations.type(mirror).getSimpleName().contentEquals("Nullable"));
    }
}
