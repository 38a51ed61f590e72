package dev.ashlar.struct.support;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.memory.Memory;
import java.util.Objects;

/**
 * The bytes that a view or an array covers in its handle: the checks, allocations and frees that all generated classes share.
 */
public final class StructRange {
    /**
     * The offset of a cursor before its first struct: in no handle, and improbable enough that the message of an access
     * there may say that it is by a cursor.
     */
    public static final long NOWHERE = 0xAAAA_0000_0000_0000L;

    private StructRange() {}

    /**
     * The size of {@code count} structs in bytes.
     *
     * @param struct its name, for the message
     * @throws IllegalArgumentException if {@code count} is negative, or the size does not fit in a {@code long}
     */
    public static long ofArray(String struct, long count, long byteSize) {
        if (count < 0 || Math.multiplyHigh(count, byteSize) != 0 || count * byteSize < 0) {
            throw impossible(struct, count, "structByteSize", byteSize);
        }
        return count * byteSize;
    }

    /**
     * Checks that a range lies inside a handle, as {@link Memory#checkRange} does, with the struct in the message.
     *
     * @param struct the name of the struct that is to lie there
     * @param byteOffset bytes from the start of the handle
     * @throws IndexOutOfBoundsException if the range does not fit
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public static void require(String struct, Memory memory, long byteOffset, long byteSize) {
        try {
            memory.checkRange(byteOffset, byteSize);
        } catch (IndexOutOfBoundsException | IllegalStateException refused) {
            throw named(struct, refused);
        }
    }

    private static RuntimeException named(String struct, RuntimeException refused) {
        String message = refused.getMessage() + " struct=" + struct;
        return refused instanceof IndexOutOfBoundsException
                ? (RuntimeException) new IndexOutOfBoundsException(message).initCause(refused)
                : new IllegalStateException(message, refused);
    }

    /**
     * Allocates the block of an array, zeroed. For an array of no structs it is a handle of no bytes: nothing is taken from
     * the allocator, and a free gives nothing back.
     *
     * @param byteSize the size of all structs in bytes
     * @param byteAlignment the alignment of the struct in bytes
     */
    public static Memory allocate(Allocator allocator, long byteSize, long byteAlignment) {
        return byteSize == 0 ? EmptyBlock.of(allocator).memory() : allocator.allocate(byteSize, byteAlignment);
    }

    /**
     * The offset of one element of an array.
     *
     * @param array the struct of the elements, {@code p.Line}, or for an array that is a component its name as a member of
     *     its struct, {@code p.Line#xs}, for the message
     * @param byteOffset where the array starts in its handle
     * @param index which element
     * @param size how many elements there are
     * @param byteSize the size of one in bytes
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@code size}
     */
    public static long ofElement(String array, long byteOffset, long index, long size, long byteSize) {
        try {
            // The JIT knows this check and moves it out of loops.
            return byteOffset + Objects.checkIndex(index, size) * byteSize;
        } catch (IndexOutOfBoundsException outside) {
            throw noSuchElement(array, index, size);
        }
    }

    /**
     * {@code index}, which must be that of an element.
     *
     * @param struct the name of the struct, for the message
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@code size}
     */
    public static long checkIndex(String struct, long index, long size) {
        return ofElement(struct, 0, index, size, 1);
    }

    /**
     * The address of what starts at {@code byteOffset} of a handle.
     *
     * @throws IllegalStateException if the handle is freed or closed, or is not part of a {@link
     *     dev.ashlar.memory.LinearMemory}
     * @throws IndexOutOfBoundsException if {@code byteOffset} lies outside the handle
     */
    public static long address(Memory memory, long byteOffset) {
        memory.checkRange(byteOffset, 0);
        if (memory.whole() == null) {
            throw new IllegalStateException(
                    "memory is part of no LinearMemory, and so has no addresses: byteOffset=" + byteOffset);
        }
        return memory.offset() + byteOffset;
    }

    /**
     * Checks the indexes of a slice, and returns its size.
     *
     * @param struct the name of the struct, for the message
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size}
     */
    public static long ofSlice(String struct, long from, long to, long size) {
        if (from < 0 || from > to || to > size) {
            throw new IndexOutOfBoundsException(
                    "no such slice: struct=" + struct + " from=" + from + " to=" + to + " size=" + size);
        }
        return to - from;
    }

    /**
     * Frees a handle for a view or array, which must be all there is in it: what else lies there may be in use.
     *
     * @param struct the name of the struct, for the message
     * @throws IllegalStateException if it is not, or the handle cannot be freed; nothing has changed then
     * @throws IndexOutOfBoundsException if the view is a cursor before its first struct
     */
    public static void free(String struct, Memory memory, long byteOffset, long byteSize) {
        if (memory.isAlive()) {
            if (!covers(memory, byteOffset, byteSize)) {
                throw freeOfPart(struct, memory, byteOffset, byteSize);
            }
            memory.free();
            return;
        }
        try {
            memory.free();
        } catch (IllegalStateException ended) {
            throw named(struct, ended);
        }
    }

    /**
     * As {@link #free(String, Memory, long, long)}, for an array or columns.
     *
     * @param isSlice whether they are a slice, which is never freed
     */
    public static void free(String struct, Memory memory, long byteOffset, long byteSize, boolean isSlice) {
        if (isSlice) {
            throw new IllegalStateException(
                    "free of a slice; free what it is a slice of: struct=" + struct + " memory=" + memory);
        }
        free(struct, memory, byteOffset, byteSize);
    }

    /** Frees a handle for an array that is all there is in it; does nothing where {@link #free} would refuse. */
    public static void close(Memory memory, long byteOffset, long byteSize, boolean isSlice) {
        if (!isSlice && memory.isAlive() && covers(memory, byteOffset, byteSize)) {
            memory.close();
        }
    }

    /**
     * What a view or array prints when its contents cannot be read: {@code Person[freed]}, {@code Person[closed]}, or
     * the kind of {@code failure} where the memory itself is in order.
     */
    public static String unreadable(String name, Memory memory, Exception failure) {
        if (memory.isAlive()) {
            return name + "[unreadable: " + failure.getClass().getSimpleName() + "]";
        }
        return name + (memory.isFreed() ? "[freed]" : "[closed]");
    }

    /** The exception for an impossible number of structs, with the name and the value of what it was multiplied by. */
    static IllegalArgumentException impossible(String struct, long count, String multiplied, long byteSize) {
        return new IllegalArgumentException("impossible number of structs: struct=" + struct + " count=" + count + " "
                + multiplied + "=" + byteSize);
    }

    private static IllegalStateException freeOfPart(String struct, Memory memory, long byteOffset, long byteSize) {
        memory.checkRange(byteOffset, byteSize);
        if (memory == memory.whole()) {
            return new IllegalStateException("free through the handle of the whole memory, as structs have it that were"
                    + " reached by a reference or an address; free the block by its address:"
                    + " ref.free(allocator, type) or allocator.freeAddress(address, byteSize): struct=" + struct
                    + " address=" + byteOffset + " byteSize=" + byteSize);
        }
        return new IllegalStateException(
                "free of a part of a handle; free the struct, array or list that the handle belongs to: struct="
                        + struct + " byteOffset=" + byteOffset + " byteSize=" + byteSize + " handleLength="
                        + memory.length());
    }

    private static boolean covers(Memory memory, long byteOffset, long byteSize) {
        return byteOffset == 0 && memory.length() == byteSize;
    }

    /**
     * The exception for an index that is none.
     *
     * @param array as for {@link #ofElement}
     */
    public static IndexOutOfBoundsException noSuchElement(String array, long index, long size) {
        return new IndexOutOfBoundsException(
                "no such element: " + ComponentPath.facts(array) + " index=" + index + " size=" + size);
    }
}
