package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Native-endian loads and stores of values: in the byte order of the machine, which the JIT knows. For generated code.
 */
public final class NativeEndian {
    public static final ValueLayout.OfByte I8 = ValueLayout.JAVA_BYTE;
    public static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED;
    public static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED;
    public static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED;
    public static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED;
    public static final ValueLayout.OfDouble F64 = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private static final boolean BIG = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

    private NativeEndian() {}

    public static int loadI16(Memory memory, long offset) {
        return BIG ? BigEndian.loadI16(memory, offset) : memory.loadI16(offset);
    }

    public static int loadU16(Memory memory, long offset) {
        return BIG ? BigEndian.loadU16(memory, offset) : memory.loadU16(offset);
    }

    public static int loadI32(Memory memory, long offset) {
        return BIG ? BigEndian.loadI32(memory, offset) : memory.loadI32(offset);
    }

    public static long loadU32(Memory memory, long offset) {
        return BIG ? BigEndian.loadU32(memory, offset) : memory.loadU32(offset);
    }

    public static long loadI64(Memory memory, long offset) {
        return BIG ? BigEndian.loadI64(memory, offset) : memory.loadI64(offset);
    }

    public static float loadF32(Memory memory, long offset) {
        return BIG ? BigEndian.loadF32(memory, offset) : memory.loadF32(offset);
    }

    public static double loadF64(Memory memory, long offset) {
        return BIG ? BigEndian.loadF64(memory, offset) : memory.loadF64(offset);
    }

    public static void storeI16(Memory memory, long offset, int value) {
        if (BIG) {
            BigEndian.storeI16(memory, offset, value);
        } else {
            memory.storeI16(offset, value);
        }
    }

    public static void storeI32(Memory memory, long offset, int value) {
        if (BIG) {
            BigEndian.storeI32(memory, offset, value);
        } else {
            memory.storeI32(offset, value);
        }
    }

    public static void storeI64(Memory memory, long offset, long value) {
        if (BIG) {
            BigEndian.storeI64(memory, offset, value);
        } else {
            memory.storeI64(offset, value);
        }
    }

    public static void storeF32(Memory memory, long offset, float value) {
        if (BIG) {
            BigEndian.storeF32(memory, offset, value);
        } else {
            memory.storeF32(offset, value);
        }
    }

    public static void storeF64(Memory memory, long offset, double value) {
        if (BIG) {
            BigEndian.storeF64(memory, offset, value);
        } else {
            memory.storeF64(offset, value);
        }
    }
}
