package dev.ashlar.struct;

import dev.ashlar.struct.support.IntegerType;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The storage of one value of a component: a signed integer ({@code I}), an unsigned integer ({@code U}) or an IEEE 754
 * number ({@code F}), and its number of bits.
 */
public enum StorageType {
    /** A signed byte; C's {@code int8_t}. */
    I8(IntegerType.I8),
    /** An unsigned byte; C's {@code uint8_t} and {@code bool}. */
    U8(IntegerType.U8),
    /** A signed integer of 2 bytes; C's {@code int16_t}. */
    I16(IntegerType.I16),
    /** An unsigned integer of 2 bytes; C's {@code uint16_t} and {@code char16_t}. */
    U16(IntegerType.U16),
    /** A signed integer of 4 bytes; C's {@code int32_t}. */
    I32(IntegerType.I32),
    /** An unsigned integer of 4 bytes; C's {@code uint32_t}. */
    U32(IntegerType.U32),
    /** A signed integer of 8 bytes; C's {@code int64_t}. */
    I64(IntegerType.I64),
    /** An unsigned integer of 8 bytes; C's {@code uint64_t}. */
    U64(IntegerType.U64),
    /** An IEEE 754 binary32 number; C's {@code float}. */
    F32(4),
    /** An IEEE 754 binary64 number; C's {@code double}. */
    F64(8);

    private final int byteSize;
    private final @Nullable IntegerType integerType;

    StorageType(int byteSize) {
        this.byteSize = byteSize;
        this.integerType = null;
    }

    StorageType(IntegerType integerType) {
        this.byteSize = integerType.byteSize();
        this.integerType = integerType;
    }

    /**
     * The integer type with the same values, for the code that stores it.
     *
     * @throws IllegalStateException if its values are not integers
     */
    IntegerType integerType() {
        if (integerType == null) {
            throw new IllegalStateException("not an integer: storageType=" + this);
        }
        return integerType;
    }

    /** The size of one value in bytes. */
    public int byteSize() {
        return byteSize;
    }

    /** The alignment of one value in bytes; equal to its size, as in the System V AMD64 ABI (section 3.1.2). */
    public int byteAlignment() {
        return byteSize;
    }

    /** Returns whether its values are integers. */
    public boolean isInteger() {
        return integerType != null;
    }

    /** Returns whether its values are integers that are never negative. */
    public boolean isUnsigned() {
        return this == U8 || this == U16 || this == U32 || this == U64;
    }

    /** The least integer that it can store. */
    public long min() {
        return integerType().min();
    }

    /** The greatest integer that it can store; for {@code U64}, the greatest that is a {@code long}. */
    public long max() {
        return integerType().max();
    }

    /** The size of one value in bits. */
    public int bitSize() {
        return byteSize * Byte.SIZE;
    }

    /**
     * The layout of one value for code that works with {@code java.lang.foreign}: little-endian and naturally aligned.
     * Java has no unsigned integers except {@code char}, so {@code U16} is a {@code char} and the others share the
     * layout of the signed type of their size.
     */
    public ValueLayout layout() {
        ValueLayout nativeLayout = switch (this) {
            case I8, U8 -> ValueLayout.JAVA_BYTE;
            case I16 -> ValueLayout.JAVA_SHORT;
            case U16 -> ValueLayout.JAVA_CHAR;
            case I32, U32 -> ValueLayout.JAVA_INT;
            case I64, U64 -> ValueLayout.JAVA_LONG;
            case F32 -> ValueLayout.JAVA_FLOAT;
            case F64 -> ValueLayout.JAVA_DOUBLE;
        };
        return nativeLayout.withOrder(ByteOrder.LITTLE_ENDIAN);
    }
}
