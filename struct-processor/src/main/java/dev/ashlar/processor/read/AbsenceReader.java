package dev.ashlar.processor.read;

import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Message;
import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Tail;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Name;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads whether a component is optional, how its record shows that it is absent, and how memory does. */
final class AbsenceReader {
    private static final Map<String, TypeKind> OPTIONALS = Map.of(
            "java.util.OptionalInt", TypeKind.INT,
            "java.util.OptionalLong", TypeKind.LONG,
            "java.util.OptionalDouble", TypeKind.DOUBLE);

    private static final String BESIDE = ", and use a value that stands for absence, or a boolean component beside it";

    private final Types types;
    private final Findings findings;

    AbsenceReader(Types types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    /**
     * Returns how the record shows that a component, or each element of an array, is absent; null if it always has a value.
     *
     * @param hasCodec whether a codec stores the values of the type as it is
     */
    @Nullable
    AbsenceModel absence(ComponentDeclaration component, boolean hasCodec) {
        AbsenceModel.Form form;
        if (!(component.type() instanceof ArrayType array)) {
            form = form(component.type(), isNullable(component), hasCodec);
            return form == null ? null : new AbsenceModel(form, false, null);
        }
        if (isNullableItself(component, array)) {
            return new AbsenceModel(AbsenceModel.Form.NULLABLE, false, null);
        }
        TypeMirror element = array.getComponentType();
        if (component.isKotlin() && TypeAdvice.isBox(element) && !component.hasNullableElements()) {
            // Kotlin has boxes in every array that is none of primitive values.
            return null;
        }
        form = form(element, component.hasNullableElements() || isNullable(element), hasCodec);
        return form == null ? null : new AbsenceModel(form, true, null);
    }

    /**
     * The form in which an arm of a union shows that it is absent; null if nothing says so. Elements in an arm always have
     * values: an annotation in front of their type is about the arm there.
     */
    static AbsenceModel.@Nullable Form ofArm(ComponentDeclaration component, @Nullable AbsenceModel absence) {
        if (absence == null) {
            return null;
        }
        boolean isOfArm =
                !absence.isByElement() || (absence.form() == AbsenceModel.Form.NULLABLE && !component.isKotlin());
        return isOfArm ? absence.form() : null;
    }

    private static AbsenceModel.@Nullable Form form(TypeMirror type, boolean isNullable, boolean hasCodec) {
        if (isNullable) {
            return TypeAdvice.isBox(type) && !hasCodec ? AbsenceModel.Form.BOX : AbsenceModel.Form.NULLABLE;
        }
        if (hasCodec) {
            return null;
        }
        return OPTIONALS.containsKey(TypeDescription.qualifiedName(type))
                ? AbsenceModel.Form.OPTIONAL
                : TypeAdvice.isBox(type) ? AbsenceModel.Form.BOX : null;
    }

    /** The type of the value of an optional component, or of an array with the values of its elements. */
    TypeMirror valueType(TypeMirror type, AbsenceModel absence) {
        return absence.isByElement()
                ? types.getArrayType(valueType(((ArrayType) type).getComponentType(), absence.form()))
                : valueType(type, absence.form());
    }

    /** The type of the value of an optional component. */
    TypeMirror valueType(TypeMirror type, AbsenceModel.Form form) {
        return switch (form) {
            case BOX -> types.unboxedType(type);
            case OPTIONAL -> types.getPrimitiveType(OPTIONALS.get(TypeDescription.qualifiedName(type)));
            case NULLABLE -> type;
        };
    }

    /** Returns whether a component, or its elements, can be optional; reports it if not. */
    boolean isPossible(ComponentDeclaration component, AbsenceModel absence, ComponentSettings settings) {
        boolean isByElement = absence.isByElement() && component.type() instanceof ArrayType;
        TypeMirror type = isByElement ? ((ArrayType) component.type()).getComponentType() : component.type();
        String name = TypeDescription.qualifiedName(type);
        if (absence.form() == AbsenceModel.Form.NULLABLE && OPTIONALS.containsKey(name)) {
            refuse(component, settings, "");
            return false;
        }
        if (type.getKind().isPrimitive()) {
            Name box = types.boxedClass(types.getPrimitiveType(type.getKind())).getSimpleName();
            refuse(component, settings, ", or make it " + box + (isByElement ? "[]" : ""));
            return false;
        }
        if (isByElement) {
            return isPossibleByElement(component, settings);
        }
        if (type instanceof ArrayType || settings.has(Tail.class)) {
            refuse(
                    component,
                    settings,
                    settings.has(Tail.class)
                            ? ": a tail may be empty"
                            : ", or hold the array in a record with @Struct, which may be optional"
                                    + ofElements(component));
            return false;
        }
        if (name.equals(ReferenceReader.REF)) {
            refuse(component, settings, ", and use Ref.none(), which refers to nothing");
            return false;
        }
        if (name.equals("java.lang.foreign.MemorySegment")) {
            refuse(component, settings, ", and use MemorySegment.NULL");
            return false;
        }
        if (settings.has(Atomic.class)) {
            refuse(component, settings, BESIDE);
            return false;
        }
        return true;
    }

    private boolean isPossibleByElement(ComponentDeclaration component, ComponentSettings settings) {
        if (settings.has(Tail.class) && !settings.has(Absent.class)) {
            findings.wrong(
                    settings.site(), Message.OPTIONAL_TAIL, settings.name(), settings.describe(component.type()));
            return false;
        }
        return true;
    }

    private static String ofElements(ComponentDeclaration component) {
        return component.isKotlin()
                ? ""
                : "; a Nullable for types, in front of that of the elements, makes these optional";
    }

    private void refuse(ComponentDeclaration component, ComponentSettings settings, String instead) {
        String described = settings.describe(component.type());
        boolean isBox = TypeAdvice.isBox(component.type());
        String remedy = component.isKotlin()
                ? "write " + described
                : isBox ? "use " + types.unboxedType(component.type()) : "remove the annotation";
        findings.wrong(
                settings.site(),
                Message.NULLABLE_COMPONENT,
                settings.name(),
                described + (component.isKotlin() ? "?" : ""),
                remedy + instead);
    }

    /**
     * How a component is absent in memory: by a bit, or by the number of its {@code @Absent}, which is reported if it cannot
     * stand for absence.
     */
    AbsenceModel inMemory(AbsenceModel absence, ComponentType stored, ComponentSettings settings) {
        String written = settings.has(Absent.class) ? settings.absent() : null;
        Number number = written == null
                ? null
                : new SentinelReader(settings, findings)
                        .read(written.strip(), absence.isByElement() ? stored.elementType() : stored);
        return number == null ? absence : absence.with(number);
    }

    /**
     * Returns whether an annotation of that name, from any library, is on the type or, as older ones are, on the
     * declaration.
     */
    private static boolean isNullable(ComponentDeclaration component) {
        return component.annotations().anyMatch(AbsenceReader::isNullable) || isNullable(component.type());
    }

    /**
     * Returns whether an array is annotated and not its elements. An annotation for declarations is about the array. One for
     * types in front of it is about the elements, also where it is for both; Kotlin says of these by itself.
     */
    // @Length(4) Integer @Nullable [] levels
    private static boolean isNullableItself(ComponentDeclaration component, ArrayType array) {
        boolean isOfElements = !component.isKotlin() && isNullable(array.getComponentType());
        return isNullable(array)
                || (!isOfElements
                        && (component.annotations().anyMatch(AbsenceReader::isNullable)
                                || isNullable(array.getComponentType())));
    }

    private static boolean isNullable(TypeMirror type) {
        return type.getAnnotationMirrors().stream().anyMatch(AbsenceReader::isNullable);
    }

    private static boolean isNullable(AnnotationMirror mirror) {
        return Annotations.type(mirror).getSimpleName().contentEquals("Nullable");
    }
}
