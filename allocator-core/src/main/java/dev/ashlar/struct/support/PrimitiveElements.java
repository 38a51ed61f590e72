package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.nio.ByteOrder;

/**
 * Bulk copies of arrays of numbers inside a struct. For generated code, which has checked their length; elements are
 * stored one after the other without regard to alignment.
 */
public final class PrimitiveElements {
    /** Eight bytes of an array as one number, in the order in which a {@link Memory} loads them. */
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private PrimitiveElements() {}

    /** Copies elements from {@code memory} until {@code target}, an array of a primitive type, is full; returns it. */
    public static <A> A load(Memory memory, long byteOffset, A target, ByteOrder order) {
        ValueLayout layout = layout(target, order);
        int length = Array.getLength(target);
        memory.copyTo(byteOffset, layout, target, 0, length);
        return target;
    }

    /** Copies all elements of {@code source}, an array of a primitive type, to {@code memory}. */
    public static void store(Memory memory, long byteOffset, Object source, ByteOrder order) {
        ValueLayout layout = layout(source, order);
        int length = Array.getLength(source);
        memory.copyFrom(byteOffset, layout, source, 0, length);
    }

    /**
     * Returns whether the {@code length} bytes in {@code memory} are those of {@code bytes}. Makes no objects; time in
     * proportion to the length.
     */
    public static boolean equal(Memory memory, long byteOffset, int length, byte[] bytes) {
        memory.checkRange(byteOffset, length);
        if (bytes.length != length) {
            return false;
        }
        int index = 0;
        for (; index <= length - Long.BYTES; index += Long.BYTES) {
            if (memory.loadI64(byteOffset + index) != (long) EIGHT_BYTES.get(bytes, index)) {
                return false;
            }
        }
        for (; index < length; index++) {
            if (memory.loadI8(byteOffset + index) != bytes[index]) {
                return false;
            }
        }
        return true;
    }

    /** Loads {@code length} elements of any storage type as numbers. */
    public static long[] numbers(Memory memory, long byteOffset, int length, IntegerType type, ByteOrder order) {
        long[] numbers = new long[length];
        for (int index = 0; index < length; index++) {
            numbers[index] = number(memory, byteOffset + (long) index * type.byteSize(), type, order);
        }
        return numbers;
    }

    /** Stores numbers, which fit {@code type}, one after the other. */
    public static void storeNumbers(Memory memory, long byteOffset, long[] numbers, IntegerType type, ByteOrder order) {
        memory.checkRange(byteOffset, (long) numbers.length * type.byteSize());
        for (int index = 0; index < numbers.length; index++) {
            storeNumber(memory, byteOffset + (long) index * type.byteSize(), numbers[index], type, order);
        }
    }

    /** Stores a number that fits {@code type}. */
    public static void storeNumber(Memory memory, long offset, long number, IntegerType type, ByteOrder order) {
        boolean big = order == ByteOrder.BIG_ENDIAN;
        switch (type) {
            case I8, U8 -> memory.storeI8(offset, (int) number);
            case I16, U16 -> memory.storeI16(offset, big ? Short.reverseBytes((short) number) : (int) number);
            case I32, U32 -> memory.storeI32(offset, big ? Integer.reverseBytes((int) number) : (int) number);
            case I64, U64 -> memory.storeI64(offset, big ? Long.reverseBytes(number) : number);
        }
    }

    /** Loads a number. */
    public static long number(Memory memory, long offset, IntegerType type, ByteOrder order) {
        boolean big = order == ByteOrder.BIG_ENDIAN;
        return switch (type) {
            case I8 -> memory.loadI8(offset);
            case U8 -> memory.loadU8(offset);
            case I16 -> big ? BigEndian.loadI16(memory, offset) : memory.loadI16(offset);
            case U16 -> big ? BigEndian.loadU16(memory, offset) : memory.loadU16(offset);
            case I32 -> big ? BigEndian.loadI32(memory, offset) : memory.loadI32(offset);
            case U32 -> big ? BigEndian.loadU32(memory, offset) : memory.loadU32(offset);
            case I64, U64 -> big ? BigEndian.loadI64(memory, offset) : memory.loadI64(offset);
        };
    }

    private static ValueLayout layout(Object array, ByteOrder order) {
        ValueLayout layout = switch (array) {
            case byte[] bytes -> ValueLayout.JAVA_BYTE;
            case short[] shorts -> ValueLayout.JAVA_SHORT_UNALIGNED;
            case char[] chars -> ValueLayout.JAVA_CHAR_UNALIGNED;
            case int[] ints -> ValueLayout.JAVA_INT_UNALIGNED;
            case long[] longs -> ValueLayout.JAVA_LONG_UNALIGNED;
            case float[] floats -> ValueLayout.JAVA_FLOAT_UNALIGNED;
            case double[] doubles -> ValueLayout.JAVA_DOUBLE_UNALIGNED;
            default -> throw new IllegalArgumentException("no array of numbers: " + array.getClass());
        };
        return layout.withOrder(order);
    }
}
