package dev.ashlar.processor.read;

import dev.ashlar.processor.model.CodecModel;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.struct.Scale;
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
    private final CodecReader codecs;
    private final TypeElement owner;
    private final Findings findings;

    /** The type that is stored, null when it cannot be, and what makes values of it, if anything. */
    private record Stored(
            @Nullable ComponentType type, @Nullable CodecModel codec) {
        static final Stored NOTHING = new Stored(null, null);
    }

    ComponentReader(
            TypeElement owner,
            ElementTypeReader types,
            ReferenceReader references,
            CodecReader codecs,
            Findings findings) {
        this.owner = owner;
        this.types = types;
        this.references = references;
        this.codecs = codecs;
        this.findings = findings;
    }

    ComponentModel read(ComponentDeclaration component, Site site) {
        ComponentSettings settings = new ComponentSettings(owner, component, site, findings);
        settings.checkContradictions();
        Long offset = settings.offset();
        Long byteAlignment = settings.byteAlignment();
        Stored stored = stored(component, settings);
        return new ComponentModel(
                component.name(), component.getter(), stored.type(), stored.codec(), byteAlignment, offset, site);
    }

    private Stored stored(ComponentDeclaration component, ComponentSettings settings) {
        TypeMirror type = component.type();
        TypeMirror element = type instanceof ArrayType array ? array.getComponentType() : type;
        if (element.getKind() == TypeKind.ERROR) {
            findings.gap(settings.site(), Message.UNRESOLVED_TYPE, settings.name(), element);
            return Stored.NOTHING;
        }
        if (isNullable(component, element)) {
            findings.wrong(
                    settings.site(),
                    Message.NULLABLE_COMPONENT,
                    settings.name(),
                    settings.describe(type) + (component.isKotlin() ? "?" : ""),
                    (component.isKotlin() ? "write " + settings.describe(type) : "remove the annotation")
                            + absence(type));
            return Stored.NOTHING;
        }
        return codecs.isAsked(element, settings) ? storedByCodec(type, settings) : storedAsItIs(type, settings);
    }

    private Stored storedAsItIs(TypeMirror type, ComponentSettings settings) {
        if (settings.has(Scale.class)) {
            findings.wrong(settings.site(), Message.SCALE_MISPLACED, settings.name(), settings.describe(type));
        }
        return new Stored(new ComponentTypeReader(settings, types, references, findings).read(type), null);
    }

    private Stored storedByCodec(TypeMirror type, ComponentSettings settings) {
        CodecReader.Codec codec = codecs.read(type, settings);
        if (codec == null) {
            return Stored.NOTHING;
        }
        ComponentSettings ofForm = settings.ofStoredForm(codec.storedType(), codec.byteSize());
        ComponentType stored = new ComponentTypeReader(ofForm, types, references, findings).read(codec.storedType());
        return new Stored(stored, codec.model());
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
