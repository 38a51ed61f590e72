package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.struct.StorageType;
import java.util.Arrays;
import java.util.List;

/** The storage types that a Java type may have: the Java type must hold all values that can be stored. */
final class StorageRule {
    private static final List<StorageType> INTEGERS = List.of(
            StorageType.I8,
            StorageType.U8,
            StorageType.I16,
            StorageType.U16,
            StorageType.I32,
            StorageType.U32,
            StorageType.I64);

    private StorageRule() {}

    static List<StorageType> of(JavaPrimitive primitive) {
        return switch (primitive) {
            case BOOLEAN -> List.of(StorageType.U8, StorageType.U16, StorageType.U32, StorageType.I32);
            case CHAR -> List.of(StorageType.U16, StorageType.U8);
            case FLOAT, DOUBLE -> List.of(primitive.storageType());
            case BYTE, SHORT, INT, LONG ->
                INTEGERS.stream()
                        .filter(type -> type.min() >= primitive.storageType().min()
                                && type.max() <= primitive.storageType().max())
                        .toList();
        };
    }

    /**
     * The advice on a storage type that does not fit a primitive type: the one that it does fit.
     *
     * @param allowed those that fit
     */
    static String advice(StorageType stored, List<StorageType> allowed) {
        String instead = anyOf(allowed);
        if (stored == StorageType.U64) {
            return "use a long without @Stored, which holds the same 64 bits, and Long.compareUnsigned,"
                    + " Long.divideUnsigned and Long.toUnsignedString";
        }
        return Arrays.stream(JavaPrimitive.values())
                .filter(primitive -> primitive != JavaPrimitive.BOOLEAN && primitive != JavaPrimitive.CHAR)
                .filter(primitive -> of(primitive).contains(stored))
                .findFirst()
                .map(primitive -> "make it " + article(primitive) + ", which holds every " + stored + ", or " + instead)
                .orElse(instead);
    }

    /** The advice on a storage type that does not fit another type. */
    static String anyOf(List<StorageType> allowed) {
        return "use one of " + allowed;
    }

    private static String article(JavaPrimitive primitive) {
        return (primitive == JavaPrimitive.INT ? "an " : "a ") + primitive.keyword();
    }

    static List<StorageType> ofAddress() {
        return List.of(StorageType.I64, StorageType.U32);
    }

    /** A tag is a number that Java can switch over. */
    static List<StorageType> ofTag() {
        return List.of(StorageType.I8, StorageType.U8, StorageType.I16, StorageType.U16, StorageType.I32);
    }

    static List<StorageType> ofEnum() {
        return INTEGERS;
    }

    /** The types of the unit of a bit-field; empty when the Java type cannot be one. */
    static List<StorageType> ofBits(JavaPrimitive primitive) {
        return switch (primitive) {
            case BOOLEAN, BYTE, SHORT, INT, LONG ->
                List.of(StorageType.values()).stream()
                        .filter(StorageType::isInteger)
                        .toList();
            case CHAR, FLOAT, DOUBLE -> List.of();
        };
    }

    /** The least number that a bit-field holds. */
    static long leastOf(ComponentType.BitField bits) {
        return bits.value().storageType().isUnsigned() ? 0 : -1L << (bits.width() - 1);
    }

    /** The greatest number that a bit-field holds; no unsigned one has 64 bits. */
    static long mostOf(ComponentType.BitField bits) {
        return bits.value().storageType().isUnsigned() ? ~(-1L << bits.width()) : ~leastOf(bits);
    }

    /** The unit that GCC gives an enum: it is unsigned unless a constant is negative. */
    static StorageType unitOf(EnumModel model) {
        return model.numbers().stream().anyMatch(number -> number < 0) ? StorageType.I32 : StorageType.U32;
    }

    /** The greatest width of a bit-field. */
    static int mostBits(ComponentType.Scalar scalar) {
        return switch (scalar) {
            case ComponentType.Primitive primitive -> mostBits(primitive);
            case ComponentType.Enumeration enumeration ->
                enumeration.storageType().bitSize();
        };
    }

    private static int mostBits(ComponentType.Primitive value) {
        if (value.primitive() == JavaPrimitive.BOOLEAN) {
            return 1;
        }
        int held = value.primitive().storageType().bitSize();
        return Math.min(value.storageType().bitSize(), value.storageType().isUnsigned() ? held - 1 : held);
    }
}
