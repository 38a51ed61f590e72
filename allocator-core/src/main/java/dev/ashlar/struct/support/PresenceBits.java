package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The bits that say which optional components and elements of a struct, or which rows of a column, hold a value. For generated code.
 *
 * <p>Bit {@code n} is bit {@code n % 8} of byte {@code n / 8}, counted from the least significant, as in a validity bitmap
 * of the Arrow columnar format. A store rewrites the whole byte, so two threads must not store bits of the same byte.
 */
public final class PresenceBits {
    private PresenceBits() {}

    /** Returns whether a bit is 1; {@code byteOffset} is that of the first byte. */
    public static boolean isSet(Memory memory, long byteOffset, long bit) {
        return isSet(memory.loadI8(at(byteOffset, bit)), bit);
    }

    /** As {@link #isSet(Memory, long, long)}, in the segment of a handle. */
    public static boolean isSet(MemorySegment segment, long byteOffset, long bit) {
        return isSet(segment.get(ValueLayout.JAVA_BYTE, at(byteOffset, bit)), bit);
    }

    /** Makes a bit 1. */
    public static void set(Memory memory, long byteOffset, long bit) {
        put(memory, byteOffset, bit, true);
    }

    /** Makes a bit 0. */
    public static void clear(Memory memory, long byteOffset, long bit) {
        put(memory, byteOffset, bit, false);
    }

    /** Makes a bit 1 if {@code isPresent}, and 0 otherwise. */
    public static void put(Memory memory, long byteOffset, long bit, boolean isPresent) {
        long offset = at(byteOffset, bit);
        memory.storeI8(offset, with(memory.loadI8(offset), bit, isPresent));
    }

    /** As {@link #put(Memory, long, long, boolean)}, in the segment of a handle. */
    public static void put(MemorySegment segment, long byteOffset, long bit, boolean isPresent) {
        long offset = at(byteOffset, bit);
        segment.set(
                ValueLayout.JAVA_BYTE, offset, (byte) with(segment.get(ValueLayout.JAVA_BYTE, offset), bit, isPresent));
    }

    /** Makes bits 1 or 0 as {@code present} says, from bit {@code first} on. */
    public static void putAll(Memory memory, long byteOffset, long first, boolean[] present) {
        for (int index = 0; index < present.length; index++) {
            put(memory, byteOffset, first + index, present[index]);
        }
    }

    /** Makes {@code count} bits 1, from bit {@code first} on. */
    public static void setAll(Memory memory, long byteOffset, long first, long count) {
        long bit = first;
        long end = first + count;
        while (bit < end && bit % Byte.SIZE != 0) {
            set(memory, byteOffset, bit++);
        }
        long bytes = (end - bit) / Byte.SIZE;
        memory.fill(byteOffset + bit / Byte.SIZE, -1, bytes);
        for (bit += bytes * Byte.SIZE; bit < end; bit++) {
            set(memory, byteOffset, bit);
        }
    }

    /** The number of bytes that hold a number of bits. */
    public static long byteSize(long bits) {
        return bits / Byte.SIZE + (bits % Byte.SIZE == 0 ? 0 : 1);
    }

    private static long at(long byteOffset, long bit) {
        return byteOffset + (bit >>> 3);
    }

    private static boolean isSet(int bits, long bit) {
        return (bits >>> (bit & 7) & 1) != 0;
    }

    private static int with(int bits, long bit, boolean isPresent) {
        int mask = 1 << (bit & 7);
        return isPresent ? bits | mask : bits & ~mask;
    }
}
