package dev.ashlar.processor.read;

import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.model.CodecModel;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Scale;
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
    private final AbsenceReader absences;
    private final @Nullable ArmReader arms;
    private final TypeElement owner;
    private final Findings findings;

    /** The type that is stored, null when it cannot be, what makes values of it, and how it is absent, if it can be. */
    private record Stored(
            @Nullable ComponentType type,
            @Nullable CodecModel codec,
            @Nullable AbsenceModel absence) {
        static final Stored NOTHING = new Stored(null, null, null);
    }

    /** @param arms reads what an arm must be; null unless the components are those of a union */
    ComponentReader(
            TypeElement owner,
            ElementTypeReader types,
            ReferenceReader references,
            CodecReader codecs,
            AbsenceReader absences,
            @Nullable ArmReader arms,
            Findings findings) {
        this.owner = owner;
        this.types = types;
        this.references = references;
        this.codecs = codecs;
        this.absences = absences;
        this.arms = arms;
        this.findings = findings;
    }

    ComponentModel read(ComponentDeclaration component, Site site) {
        ComponentSettings settings = new ComponentSettings(owner, component, site, findings);
        settings.checkContradictions();
        Long offset = settings.offset();
        Long byteAlignment = settings.byteAlignment();
        Stored stored = stored(component, settings);
        return new ComponentModel(
                component.name(),
                component.name(),
                component.getter(),
                stored.type(),
                stored.codec(),
                stored.absence(),
                settings.order(),
                byteAlignment,
                offset,
                site);
    }

    private Stored stored(ComponentDeclaration component, ComponentSettings settings) {
        TypeMirror type = component.type();
        TypeMirror element = type instanceof ArrayType array ? array.getComponentType() : type;
        if (element.getKind() == TypeKind.ERROR) {
            findings.gap(settings.site(), Message.UNRESOLVED_TYPE, settings.name(), element);
            return Stored.NOTHING;
        }
        boolean hasCodec = codecs.isAsked(element, settings);
        AbsenceModel absence = absences.absence(component, hasCodec);
        if (arms != null) {
            AbsenceModel.Form form = AbsenceReader.ofArm(component, absence);
            return arms.isPossible(component, form, settings)
                    ? stored(form == null ? type : absences.valueType(type, form), hasCodec, settings)
                    : Stored.NOTHING;
        }
        if (absence == null) {
            if (settings.has(Absent.class)) {
                findings.wrong(settings.site(), Message.ABSENT_MISPLACED, settings.name(), settings.describe(type));
            }
            return stored(type, hasCodec, settings);
        }
        return absences.isPossible(component, absence, settings)
                ? optional(stored(absences.valueType(type, absence), hasCodec, settings), absence, settings)
                : Stored.NOTHING;
    }

    private Stored stored(TypeMirror type, boolean hasCodec, ComponentSettings settings) {
        return hasCodec ? storedByCodec(type, settings) : storedAsItIs(type, settings);
    }

    private Stored optional(Stored stored, AbsenceModel absence, ComponentSettings settings) {
        return stored.type() == null
                ? stored
                : new Stored(stored.type(), stored.codec(), absences.inMemory(absence, stored.type(), settings));
    }

    private Stored storedAsItIs(TypeMirror type, ComponentSettings settings) {
        if (settings.has(Scale.class)) {
            findings.wrong(settings.site(), Message.SCALE_MISPLACED, settings.name(), settings.describe(type));
        }
        return new Stored(new ComponentTypeReader(settings, types, references, findings).read(type), null, null);
    }

    private Stored storedByCodec(TypeMirror type, ComponentSettings settings) {
        CodecReader.Codec codec = codecs.read(type, settings);
        if (codec == null) {
            return Stored.NOTHING;
        }
        ComponentSettings ofForm = settings.ofStoredForm(codec.storedType(), codec.byteSize());
        ComponentType stored = new ComponentTypeReader(ofForm, types, references, findings).read(codec.storedType());
        return new Stored(stored, codec.model(), null);
    }
}
