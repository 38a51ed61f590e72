package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads one component of a record or data class. */
final class ComponentReader {
    private final ElementTypeReader types;
    private final ReferenceReader references;
    private final TypeElement owner;
    private final Findings findings;

    ComponentReader(TypeElement owner, ElementTypeReader types, ReferenceReader references, Findings findings) {
        this.owner = owner;
        this.types = types;
        this.references = references;
        this.findings = findings;
    }

    ComponentModel read(ComponentDeclaration component, Site site) {
        ComponentSettings settings = new ComponentSettings(owner, component, site, findings);
        settings.checkContradictions();
        Long offset = settings.offset();
        Long byteAlignment = settings.byteAlignment();
        return new ComponentModel(
                component.name(), component.getter(), type(component, settings), byteAlignment, offset, site);
    }

    private @Nullable ComponentType type(ComponentDeclaration component, ComponentSettings settings) {
        TypeMirror type = component.type();
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
                    settings.describe(type) + (component.isKotlin() ? "?" : ""),
                    (component.isKotlin() ? "write " + settings.describe(type) : "remove the annotation")
                            + absence(type));
            return null;
        }
        return new ComponentTypeReader(settings, types, references, findings).read(type);
    }

    private static String absence(TypeMirror type) {
        return TypeDescription.qualifiedName(type).equals(ReferenceReader.REF)
                ? ", and use Ref.none(), which refers to nothing"
                : ", and use a value that stands for absence, or a boolean component beside it";
    }

    /**
     * Returns whether an annotation of that name, from any library, is on the type or, as older ones are, on the
     * declaration.
     */
    private static boolean isNullable(ComponentDeclaration component, TypeMirror element) {
        return Stream.concat(
                        component.annotations(),
                        Stream.of(component.type(), element).flatMap(type -> type.getAnnotationMirrors().stream()))
                .anyMatch(mirror -> Annotations.type(mirror).getSimpleName().contentEquals("Nullable"));
    }
}
