package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Big-endian loads and stores of values: the most significant byte comes first. For generated code. */
public final class BigEndian {
    public static final ValueLayout.OfByte I8 = ValueLayout.JAVA_BYTE;
    public static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    public static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    public static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    public static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    public static final ValueLayout.OfDouble F64 = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    public static int loadI16(Memory memory, long offset) {
        return Short.reverseBytes((short) memory.loadI16(offset));
    }

    public static int loadU16(Memory memory, long offset) {
        return Character.reverseBytes((char) memory.loadU16(offset));
    }

    public static int loadI32(Memory memory, long offset) {
        return Integer.reverseBytes(memory.loadI32(offset));
    }

    public static long loadU32(Memory memory, long offset) {
        return Integer.toUnsignedLong(loadI32(memory, offset));
    }

    public static long loadI64(Memory memory, long offset) {
        return Long.reverseBytes(memory.loadI64(offset));
    }

    public static float loadF32(Memory memory, long offset) {
        return Float.intBitsToFloat(loadI32(memory, offset));
    }

    public static double loadF64(Memory memory, long offset) {
        return Double.longBitsToDouble(loadI64(memory, offset));
    }

    public static void storeI16(Memory memory, long offset, int value) {
        memory.storeI16(offset, Short.reverseBytes((short) value));
    }

    public static void storeI32(Memory memory, long offset, int value) {
        memory.storeI32(offset, Integer.reverseBytes(value));
    }

    public static void storeI64(Memory memory, long offset, long value) {
        memory.storeI64(offset, Long.reverseBytes(value));
    }

    public static void storeF32(Memory memory, long offset, float value) {
        storeI32(memory, offset, Float.floatToRawIntBits(value));
    }

    public static void storeF64(Memory memory, long offset, double value) {
        storeI64(memory, offset, Double.doubleToRawLongBits(value));
    }
}
