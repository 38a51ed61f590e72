package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads types of which a component, or each element of an array, is one value. */
final class ElementTypeReader {
    private final NestedReader nested;
    private final EnumReader enums;
    private final Findings findings;

    ElementTypeReader(NestedReader nested, EnumReader enums, Findings findings) {
        this.nested = nested;
        this.enums = enums;
        this.findings = findings;
    }

    /** Reads {@code type}; null when it cannot be stored, with a finding here or in the struct that it is. */
    ComponentType.@Nullable Element element(TypeMirror type, ComponentSettings settings) {
        return element(type, settings, TypeAdvice.of(type));
    }

    /** Reads the type of the elements of an array, as {@link #element}. */
    ComponentType.@Nullable Element arrayElement(TypeMirror type, ComponentSettings settings) {
        return element(type, settings, TypeAdvice.ofElement(type));
    }

    private ComponentType.@Nullable Element element(TypeMirror type, ComponentSettings settings, String advice) {
        if (type.getKind().isPrimitive()) {
            JavaPrimitive primitive = primitive(type);
            return primitive(primitive, StorageRule.of(primitive), settings);
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getKind() == ElementKind.ENUM) {
                return enumeration(element, settings);
            }
            if (nested.isStruct(element)) {
                return struct(element, settings);
            }
        }
        findings.wrong(
                settings.site(),
                Message.COMPONENT_TYPE,
                settings.name(),
                settings.describe(settings.type()),
                settings.advise(advice));
        return null;
    }

    /** Returns whether {@code type} is an enum. */
    static boolean isEnum(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
    }

    /** The unit of a bit-field; null, with a finding, when the type cannot be one. */
    ComponentType.@Nullable Scalar unit(TypeMirror type, ComponentSettings settings) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return unit(element, settings);
        }
        JavaPrimitive primitive = primitive(type);
        List<StorageType> units = StorageRule.ofBits(primitive);
        if (units.isEmpty()) {
            bitsMisplaced(type, settings);
            return null;
        }
        return primitive(primitive, units, settings);
    }

    private ComponentType.@Nullable Enumeration unit(TypeElement type, ComponentSettings settings) {
        EnumModel model = nested.canName(type, settings) ? enums.model(type, settings) : null;
        if (model == null) {
            return null;
        }
        String name = type.getQualifiedName().toString();
        StorageType stored = storage(name, StorageRule.unitOf(model), StorageRule.ofEnum(), settings);
        return stored == null ? null : new ComponentType.Enumeration(model, stored);
    }

    /** Returns whether a bit-field holds the numbers of all constants, if it is an enum; reports it if not. */
    boolean areHeld(ComponentType.BitField bits, ComponentSettings settings) {
        return enums.areHeld(bits, settings);
    }

    /** Says that {@code type} takes no {@code @Bits}. */
    void bitsMisplaced(TypeMirror type, ComponentSettings settings) {
        findings.wrong(
                settings.site(),
                Message.BITS_MISPLACED,
                settings.name(),
                settings.describe(type),
                settings.advise("byte, short, int, long, boolean and enums"));
    }

    /** Reads the storage type of a reference; null, with a finding, when it is not allowed. */
    @Nullable
    StorageType address(DeclaredType type, ComponentSettings settings) {
        return storage(settings.describe(type), StorageType.I64, StorageRule.ofAddress(), settings);
    }

    private ComponentType.@Nullable Primitive primitive(
            JavaPrimitive primitive, List<StorageType> allowed, ComponentSettings settings) {
        StorageType stored = storage(settings.describe(primitive), primitive.storageType(), allowed, settings);
        return stored == null ? null : new ComponentType.Primitive(primitive, stored);
    }

    private ComponentType.@Nullable Enumeration enumeration(TypeElement type, ComponentSettings settings) {
        StorageType stored =
                storage(type.getQualifiedName().toString(), StorageType.I32, StorageRule.ofEnum(), settings);
        if (!nested.canName(type, settings)) {
            return null;
        }
        return stored == null ? null : enums.read(type, stored, settings);
    }

    private ComponentType.@Nullable Nested struct(TypeElement type, ComponentSettings settings) {
        if (settings.has(Stored.class)) {
            findings.wrong(settings.site(), Message.STORED_MISPLACED, settings.name(), type.getQualifiedName());
        }
        // That a struct is private is said where it is declared.
        boolean canBeNamed = nested.isInSamePackage(type) || nested.canName(type, settings);
        StructModel struct = canBeNamed ? nested.read(type, settings) : null;
        return struct == null ? null : new ComponentType.Nested(struct);
    }

    private @Nullable StorageType storage(
            String typeName, StorageType natural, List<StorageType> allowed, ComponentSettings settings) {
        if (!settings.has(Stored.class)) {
            return natural;
        }
        StorageType stored = settings.stored();
        if (stored != null && !allowed.contains(stored)) {
            if (settings.has(Bits.class)) {
                findings.wrong(settings.site(), Message.BITS_UNIT, settings.name(), typeName, stored, allowed);
            } else {
                String advice = settings.type().getKind().isPrimitive() || isArrayOfPrimitives(settings.type())
                        ? StorageRule.advice(stored, allowed)
                        : StorageRule.anyOf(allowed);
                findings.wrong(
                        settings.site(),
                        Message.STORED_TYPE,
                        settings.name(),
                        typeName,
                        stored,
                        settings.advise(advice));
            }
            return null;
        }
        return stored;
    }

    private static boolean isArrayOfPrimitives(TypeMirror type) {
        return type instanceof ArrayType array
                && array.getComponentType().getKind().isPrimitive();
    }

    private static JavaPrimitive primitive(TypeMirror type) {
        return JavaPrimitive.valueOf(type.getKind().name());
    }
}
