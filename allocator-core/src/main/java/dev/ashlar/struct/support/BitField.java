package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import java.nio.ByteOrder;

/**
 * Loads and stores of bit-fields, which access only the bytes in which a bit-field has bits. For generated code, which
 * passes constants, so that the JIT reduces each access to a load, a shift and a mask.
 *
 * <p>A bit-field starts {@code bitOffset} bits (0 to 7) into the byte at {@code offset} and is {@code width} bits wide.
 * Bits are counted from the least significant bit of each byte, or in a big-endian struct from the most significant.
 */
public final class BitField {
    private static final int MOST_BYTES = Long.BYTES;

    private BitField() {}

    /** Loads a signed bit-field. */
    public static long loadSigned(Memory memory, long offset, int bitOffset, int width, ByteOrder order) {
        int unused = Long.SIZE - width;
        return load(memory, offset, bitOffset, width, order) << unused >> unused;
    }

    /** Loads an unsigned bit-field of at most 63 bits. */
    public static long loadUnsigned(Memory memory, long offset, int bitOffset, int width, ByteOrder order) {
        int unused = Long.SIZE - width;
        return load(memory, offset, bitOffset, width, order) << unused >>> unused;
    }

    /** Stores the low bits of {@code value} and leaves all other bits unchanged. */
    public static void store(Memory memory, long offset, int bitOffset, int width, long value, ByteOrder order) {
        boolean big = isBig(order);
        int bytes = bytes(bitOffset, width);
        if (bytes > MOST_BYTES) {
            storeInHalves(memory, offset, bitOffset, width, value, order);
            return;
        }
        int shift = big ? bytes * Byte.SIZE - bitOffset - width : bitOffset;
        long mask = (-1L >>> (Long.SIZE - width)) << shift;
        memory.checkRange(offset, bytes);
        long around = loadBytes(memory, offset, bytes, big) & ~mask;
        storeBytes(memory, offset, bytes, around | ((value << shift) & mask), big);
    }

    /**
     * Returns {@code value}, after checking that it fits in a signed bit-field.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     */
    public static long signed(Object component, long value, int width) {
        int unused = Long.SIZE - width;
        return value << unused >> unused == value ? value : refuse(component, value, width, -1L << (width - 1));
    }

    /**
     * Returns {@code value}, after checking that it fits in an unsigned bit-field of at most 63 bits.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     */
    public static long unsigned(Object component, long value, int width) {
        return value >>> width == 0 ? value : refuse(component, value, width, 0);
    }

    private static long load(Memory memory, long offset, int bitOffset, int width, ByteOrder order) {
        boolean big = isBig(order);
        int bytes = bytes(bitOffset, width);
        if (bytes > MOST_BYTES) {
            int first = Long.SIZE - bitOffset;
            long start = load(memory, offset, bitOffset, first, order);
            long rest = load(memory, offset + Long.BYTES, 0, width - first, order);
            int restWidth = width - first;
            return big ? (start << restWidth) | lowBits(rest, restWidth) : lowBits(start, first) | (rest << first);
        }
        int shift = big ? bytes * Byte.SIZE - bitOffset - width : bitOffset;
        return loadBytes(memory, offset, bytes, big) >>> shift;
    }

    /** Stores a packed bit-field of more than 56 bits, which may have bits in 9 bytes, as 8 bytes and 1. */
    private static void storeInHalves(
            Memory memory, long offset, int bitOffset, int width, long value, ByteOrder order) {
        int first = Long.SIZE - bitOffset;
        int rest = width - first;
        boolean big = isBig(order);
        memory.checkRange(offset, Long.BYTES + 1L);
        store(memory, offset, bitOffset, first, big ? value >>> rest : value, order);
        store(memory, offset + Long.BYTES, 0, rest, big ? value : value >>> first, order);
    }

    private static long loadBytes(Memory memory, long offset, int bytes, boolean big) {
        return switch (bytes) {
            case 1 -> memory.loadU8(offset);
            case 2 -> big ? BigEndian.loadU16(memory, offset) : memory.loadU16(offset);
            case 4 -> big ? BigEndian.loadU32(memory, offset) : memory.loadU32(offset);
            case 8 -> big ? BigEndian.loadI64(memory, offset) : memory.loadI64(offset);
            default -> {
                long loaded = 0;
                for (int index = 0; index < bytes; index++) {
                    loaded |= (long) memory.loadU8(offset + index) << shift(index, bytes, big);
                }
                yield loaded;
            }
        };
    }

    private static void storeBytes(Memory memory, long offset, int bytes, long value, boolean big) {
        switch (bytes) {
            case 1 -> memory.storeI8(offset, (int) value);
            case 2 -> memory.storeI16(offset, big ? Short.reverseBytes((short) value) : (int) value);
            case 4 -> memory.storeI32(offset, big ? Integer.reverseBytes((int) value) : (int) value);
            case 8 -> memory.storeI64(offset, big ? Long.reverseBytes(value) : value);
            default -> {
                for (int index = 0; index < bytes; index++) {
                    memory.storeI8(offset + index, (int) (value >>> shift(index, bytes, big)));
                }
            }
        }
    }

    private static int shift(int index, int bytes, boolean big) {
        return (big ? bytes - 1 - index : index) * Byte.SIZE;
    }

    private static long lowBits(long value, int count) {
        return value & (-1L >>> (Long.SIZE - count));
    }

    private static int bytes(int bitOffset, int width) {
        return (bitOffset + width + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static boolean isBig(ByteOrder order) {
        return order == ByteOrder.BIG_ENDIAN;
    }

    private static long refuse(Object component, long value, int width, long min) {
        throw new IllegalArgumentException("value does not fit its bit-field: " + ComponentPath.facts(component)
                + " value=" + value + " bits=" + width + " min=" + min + " max=" + (min == 0 ? ~(-1L << width) : ~min));
    }
}
