package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.nio.ByteOrder;

/**
 * The bytes of a key of fixed length: their hash and their equality, wherever they lie. They are hashed eight at a time,
 * little-endian, the last ones extended with zeros. Nothing is copied.
 */
public final class KeyBytes {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong STORED_WORD = LittleEndian.I64;

    private KeyBytes() {}

    /** Returns {@link MapHash#with} of the {@code length} bytes of a component at {@code byteOffset}. */
    public static long hash(long hash, long multiplier, Memory memory, long byteOffset, int length) {
        try {
            return hash(hash, multiplier, memory.readable(byteOffset, length), byteOffset, length, length);
        } finally {
            Reference.reachabilityFence(memory);
        }
    }

    /**
     * As {@link #hash(long, long, Memory, long, int)}, of {@code byteSize} bytes as they would be stored in a component of
     * {@code length}, followed by zeros. More bytes than fit are left out.
     */
    public static long hash(
            long hash, long multiplier, MemorySegment segment, long byteOffset, long byteSize, int length) {
        long hashed = hash;
        long end = Math.min(byteSize, length);
        for (long index = 0; index < length; index += Long.BYTES) {
            hashed = MapHash.with(hashed, multiplier, word(segment, byteOffset + index, end - index));
        }
        return hashed;
    }

    private static long word(MemorySegment segment, long byteOffset, long remaining) {
        if (remaining >= Long.BYTES) {
            return segment.get(STORED_WORD, byteOffset);
        }
        long word = 0;
        for (long index = 0; index < remaining; index++) {
            word |= (segment.get(ValueLayout.JAVA_BYTE, byteOffset + index) & 0xFFL) << (index * Byte.SIZE);
        }
        return word;
    }

    /** As {@link #hash(long, long, Memory, long, int)}, of an array; of another length than {@code length} it is any number. */
    public static long hash(long hash, long multiplier, byte[] bytes, int length) {
        long hashed = hash;
        int whole = bytes.length - bytes.length % Long.BYTES;
        for (int index = 0; index < whole; index += Long.BYTES) {
            hashed = MapHash.with(hashed, multiplier, (long) WORD.get(bytes, index));
        }
        if (whole < bytes.length) {
            long word = 0;
            for (int index = whole; index < bytes.length; index++) {
                word |= (bytes[index] & 0xFFL) << ((index - whole) * Byte.SIZE);
            }
            hashed = MapHash.with(hashed, multiplier, word);
        }
        return hashed;
    }

    /** Returns whether the {@code length} bytes of a component are those of an array, and as many. */
    public static boolean equal(Memory memory, long byteOffset, int length, byte[] bytes) {
        return PrimitiveElements.equal(memory, byteOffset, length, bytes);
    }

    /** Returns whether the {@code length} bytes of a component in one handle are those in another. */
    public static boolean equal(Memory memory, long byteOffset, int length, Memory other, long otherOffset) {
        return memory.mismatch(byteOffset, other, otherOffset, length) < 0;
    }

    /**
     * Returns whether the {@code length} bytes of a component are the {@code byteSize} bytes of a segment at {@code from},
     * followed by zeros.
     */
    public static boolean equal(
            Memory memory, long byteOffset, int length, MemorySegment segment, long from, long byteSize) {
        if (byteSize > length) {
            return false;
        }
        try {
            MemorySegment stored = memory.readable(byteOffset, length);
            return MemorySegment.mismatch(stored, byteOffset, byteOffset + byteSize, segment, from, from + byteSize) < 0
                    && isZero(stored, byteOffset + byteSize, byteOffset + length);
        } finally {
            Reference.reachabilityFence(memory);
        }
    }

    private static boolean isZero(MemorySegment segment, long from, long to) {
        for (long offset = from; offset < to; offset++) {
            if (segment.get(ValueLayout.JAVA_BYTE, offset) != 0) {
                return false;
            }
        }
        return true;
    }
}
