package dev.ashlar.struct.support;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/** The bytes that columns cover in their handle, and what is done to a whole column. For generated code. */
public final class ColumnRange {
    /** Bytes copied at a time when a column is filled: they stay in the first-level cache. */
    private static final long FILL_BYTE_SIZE = 1 << 13;

    /**
     * The handle of a cursor that is before the first row: it has no bytes, so that every access throws, and the address
     * by which the message of the access tells what it is.
     */
    public static final Memory NOWHERE = Memory.of(MemorySegment.ofAddress(StructRange.NOWHERE));

    /** The part of a validity bitmap that one struct takes: one bit and no bytes. */
    public static final long BIT = 0;

    private ColumnRange() {}

    /** The part of the validity bitmap of an array that one struct takes: a bit for each of its {@code count} elements. */
    public static long bits(int count) {
        return -count;
    }

    /**
     * The size in bytes of columns for {@code count} structs: each column takes a multiple of the alignment.
     *
     * @param struct the name of the struct, for the message
     * @param byteAlignment of each column, in bytes
     * @param elementByteSizes what one struct takes in each column, in bytes, or {@link #BIT} or {@link #bits}
     * @throws IllegalArgumentException if {@code count} is negative, or the size does not fit in a {@code long}
     */
    public static long byteSize(String struct, long count, long byteAlignment, long... elementByteSizes) {
        long end = 0;
        for (long elementByteSize : elementByteSizes) {
            end = after(struct, end, count, elementByteSize, byteAlignment);
        }
        return end;
    }

    /**
     * Where the next column starts.
     *
     * @param struct the name of the struct, for the message
     * @param start where this one starts, in bytes
     * @param count how many structs there are
     * @param elementByteSize what each takes in this column, in bytes, or {@link #BIT} or {@link #bits}
     * @param byteAlignment of each column, in bytes
     * @throws IllegalArgumentException if {@code count} is negative, or the result does not fit in a {@code long}
     */
    public static long after(String struct, long start, long count, long elementByteSize, long byteAlignment) {
        long byteSize = elementByteSize <= BIT
                ? PresenceBits.byteSize(StructRange.ofArray(struct, count, Math.max(1, -elementByteSize)))
                : StructRange.ofArray(struct, count, elementByteSize);
        // What does not fit into all but a sliver of the range of long fits into no memory either.
        if (byteSize > Long.MAX_VALUE - byteAlignment - start) {
            throw StructRange.impossible(struct, count, "columnByteSize", byteSize);
        }
        return start + Alignment.alignUp(byteSize, byteAlignment);
    }

    /**
     * The address at which columns start.
     *
     * @param struct the name of the struct, for the message
     * @throws IllegalStateException if they are a slice, or {@link StructRange#address} refuses
     */
    public static long address(String struct, Memory memory, long byteOffset, boolean isSlice) {
        if (isSlice) {
            throw new IllegalStateException(
                    "a slice of columns is not one range of memory, and so has no address: struct=" + struct
                            + " memory=" + memory);
        }
        return StructRange.address(memory, byteOffset);
    }

    /**
     * The index of a cursor, which must be at a row.
     *
     * @param struct the name of the struct, for the message
     * @throws IndexOutOfBoundsException if it is before the first
     */
    public static long atCursor(String struct, long index, long size) {
        try {
            return Objects.checkIndex(index, size);
        } catch (IndexOutOfBoundsException outside) {
            throw beforeFirst(struct, size);
        }
    }

    private static IndexOutOfBoundsException beforeFirst(String struct, long size) {
        return new IndexOutOfBoundsException(
                "cursor is before its first row; call advance() first, or moveTo(index): struct=" + struct + " size="
                        + size);
    }

    /** A whole column as a segment: exactly its elements, without what aligns the next one. */
    public static MemorySegment segment(Memory memory, long byteOffset, long size, long elementByteSize) {
        return memory.segment().asSlice(byteOffset, size * elementByteSize);
    }

    /**
     * The bytes of a validity bitmap that have certain bits, as a segment.
     *
     * @param firstBit the first of them
     * @param size their number
     */
    public static MemorySegment validity(Memory memory, long byteOffset, long firstBit, long size) {
        return memory.segment()
                .asSlice(byteOffset + firstBit / Byte.SIZE, PresenceBits.byteSize(firstBit % Byte.SIZE + size));
    }

    /** Copies the first element of a column over all others. */
    public static void repeatFirst(Memory memory, long byteOffset, long size, long elementByteSize) {
        long byteSize = size * elementByteSize;
        // Doubling what is there up to a handy piece, and from then on that piece.
        long filled = elementByteSize;
        long most = Math.max(elementByteSize, FILL_BYTE_SIZE / elementByteSize * elementByteSize);
        while (filled < byteSize) {
            long more = Math.min(Math.min(filled, most), byteSize - filled);
            memory.copyTo(byteOffset, memory, byteOffset + filled, more);
            filled += more;
        }
    }
}
