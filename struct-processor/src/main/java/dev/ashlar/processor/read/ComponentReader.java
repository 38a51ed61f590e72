package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads one component of a record. */
final class ComponentReader {
    private final TypeReader types;
    private final ReferenceReader references;
    private final Findings findings;

    ComponentReader(TypeReader types, ReferenceReader references, Findings findings) {
        this.types = types;
        this.references = references;
        this.findings = findings;
    }

    ComponentModel read(RecordComponentElement component, Site site) {
        ComponentSettings settings = new ComponentSettings(component, site, findings);
        Long offset = settings.offset();
        Long byteAlignment = settings.byteAlignment();
        return new ComponentModel(settings.name(), type(component, settings), byteAlignment, offset, site);
    }

    private @Nullable ComponentType type(RecordComponentElement component, ComponentSettings settings) {
        TypeMirror type = component.asType();
        TypeMirror element = type instanceof ArrayType array ? array.getComponentType() : type;
        if (element.getKind() == TypeKind.ERROR) {
            findings.gap(settings.site(), Message.UNRESOLVED_TYPE, settings.name(), element);
            return null;
        }
        if (isNullable(component, element)) {
            findings.wrong(
                    settings.site(),
                    Message.NULLABLE_COMPONENT,
                    settings.name(),
                    TypeDescription.of(component.asType()));
            return null;
        }
        return new ComponentTypeReader(settings, types, references, findings).read(type);
    }

    /**
     * Whether anybody's annotation of that name stands on the type or, as the older ones do, on the declaration. A
     * component whose name Java forbids, such as {@code hashCode}, has no accessor.
     */
    private static boolean isNullable(RecordComponentElement component, TypeMirror element) {
        return Stream.of(component.asType(), element, component, component.getAccessor())
                .filter(Objects::nonNull)
                .flatMap(annotated -> annotated.getAnnotationMirrors().stream())
                .anyMatch(mirror -> Annotations.type(mirror).getSimpleName().contentEquals("Nullable"));
    }
}
