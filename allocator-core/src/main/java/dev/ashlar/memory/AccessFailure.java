package dev.ashlar.memory;

import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * The failure path of every access: turns what the JVM refused into an exception that says what happened.
 *
 * <p>Accessors catch the JVM's exception and call this class, so that an access that succeeds pays for no check of its
 * own.
 */
final class AccessFailure {
    /**
     * The offset of a cursor before its first struct, and the address of its handle where it is over columns: {@code
     * StructRange.NOWHERE}, in a package that this one does not know.
     */
    private static final long NOWHERE = 0xAAAA_0000_0000_0000L;

    /** No struct reaches further from its offset: what is accessed there belongs to a struct at {@link #NOWHERE}. */
    private static final long MOST_STRUCT_BYTE_SIZE = 1L << 40;

    private AccessFailure() {}

    /** The exception for an access of {@code byteSize} bytes at {@code offset} that failed with {@code cause}. */
    static RuntimeException of(Memory handle, long offset, long byteSize, RuntimeException cause) {
        if (!handle.isAlive()) {
            return dead(handle);
        }
        if (cause instanceof IndexOutOfBoundsException) {
            return outOfRange(handle, offset, byteSize);
        }
        if (handle.reach().isReadOnly()) {
            return readOnly(handle, offset, byteSize);
        }
        return cause;
    }

    /** As {@link #of}, for an atomic access, which also fails on an address that is not aligned. */
    static RuntimeException ofAtomic(Memory handle, long offset, long byteSize, RuntimeException cause) {
        if (cause instanceof IllegalArgumentException && handle.isAlive() && !isAligned(handle, offset, byteSize)) {
            return misaligned(handle, offset, byteSize, cause);
        }
        return of(handle, offset, byteSize, cause);
    }

    /** Returns whether the memory guarantees that the address of {@code offset} is a multiple of {@code byteSize}. */
    static boolean isAligned(Memory handle, long offset, long byteSize) {
        return handle.reach().asSlice(offset, 0).maxByteAlignment() >= byteSize;
    }

    /** The exception for an atomic access where the memory does not guarantee the alignment that it needs. */
    static IllegalArgumentException misaligned(
            Memory handle, long offset, long byteSize, @Nullable RuntimeException cause) {
        return new IllegalArgumentException(
                "atomic access needs memory aligned to its size: offset=" + offset + " byteSize=" + byteSize
                        + " handleOffset=" + handle.offset(),
                cause);
    }

    /** The exception for a store to memory that may only be read. */
    static UnsupportedOperationException readOnly(Memory handle, long offset, long byteSize) {
        return new UnsupportedOperationException("store to memory that is read-only: offset=" + offset + " byteSize="
                + byteSize + " handleOffset=" + handle.offset());
    }

    /** The exception for a range that does not fit in the handle, or whose handle is dead. */
    static RuntimeException ofRange(Memory handle, long offset, long byteSize) {
        return handle.isAlive() ? outOfRange(handle, offset, byteSize) : dead(handle);
    }

    /** The exception for a range that does not lie inside a Java array. */
    static IndexOutOfBoundsException outsideArray(int from, int byteSize, int arrayLength) {
        return new IndexOutOfBoundsException(
                "range outside the array: from=" + from + " byteSize=" + byteSize + " arrayLength=" + arrayLength);
    }

    /**
     * The exception for a copy to or from {@code array} that the JDK refused with {@code cause}, though the range of the
     * handle is valid.
     */
    static RuntimeException ofArrayCopy(
            Memory handle,
            long offset,
            ValueLayout layout,
            Object array,
            int index,
            int length,
            RuntimeException cause) {
        if (!handle.isAlive()) {
            return dead(handle);
        }
        if (cause instanceof IndexOutOfBoundsException) {
            return new IndexOutOfBoundsException("range outside the array: index=" + index + " length=" + length
                    + " arrayLength=" + Array.getLength(array));
        }
        if (array.getClass().getComponentType() != layout.carrier()) {
            return new IllegalArgumentException(
                    "array is not one of the layout's type: array="
                            + array.getClass().getTypeName() + " layoutType="
                            + layout.carrier().getTypeName(),
                    cause);
        }
        return cause instanceof IllegalArgumentException
                ? new IllegalArgumentException(
                        "elements are not aligned as their layout asks; use an unaligned one, such as JAVA_INT_UNALIGNED:"
                                + " offset=" + offset + " byteAlignment=" + layout.byteAlignment() + " handleOffset="
                                + handle.offset(),
                        cause)
                : of(handle, offset, length * layout.byteSize(), cause);
    }

    /** The exception for an access that does not fit in a live handle. */
    static IndexOutOfBoundsException outOfRange(Memory handle, long offset, long byteSize) {
        if (handle.reach().address() == NOWHERE || isNowhere(offset)) {
            return beforeFirst(byteSize);
        }
        long reach = handle.reach().byteSize();
        if (handle.isWhole()) {
            return new IndexOutOfBoundsException("access outside the memory: address=" + offset + " byteSize="
                    + byteSize + " memoryByteSize=" + reach);
        }
        return new IndexOutOfBoundsException("access outside the handle: offset=" + offset + " byteSize=" + byteSize
                + " handleOffset=" + handle.offset() + " handleLength=" + reach);
    }

    /** The exception for a range of an allocator that does not lie inside the memory as it is now. */
    static IndexOutOfBoundsException outsideMemory(long base, long byteSize, long memoryByteSize) {
        return new IndexOutOfBoundsException("range outside the memory; grow it first, or create it with more pages:"
                + " base=" + base + " byteSize=" + byteSize + " memoryByteSize=" + memoryByteSize);
    }

    private static boolean isNowhere(long offset) {
        return offset >= NOWHERE && offset < NOWHERE + MOST_STRUCT_BYTE_SIZE;
    }

    private static IndexOutOfBoundsException beforeFirst(long byteSize) {
        return new IndexOutOfBoundsException(
                "cursor is before its first struct; call advance() first, or moveTo(index): byteSize=" + byteSize);
    }

    /** The exception for a string that has no end inside its handle. */
    static IndexOutOfBoundsException noNul(Memory handle, long offset) {
        return new IndexOutOfBoundsException(
                "string without a NUL up to the end of the handle: offset=" + offset + " handleOffset="
                        + handle.offset() + " handleLength=" + handle.reach().byteSize());
    }

    /** The exception for an access through a dead handle. */
    static IllegalStateException dead(Memory handle) {
        return dead(
                handle,
                "access to memory that is closed; close it after the last use of its handles and views",
                "access to memory that was reallocated, as that of a list is when it grows;"
                        + " get the view, array or cursor anew",
                "access to memory that is freed; free it after the last use of its handles and views");
    }

    /** The exception for a free or reallocate of a dead handle. */
    static IllegalStateException refusedOperation(Memory handle, String operation) {
        return dead(
                handle,
                operation + " in memory that is closed, which has ended all of its blocks",
                operation + " of memory that was reallocated; use the handle that reallocate returned",
                operation + " of memory that is already freed");
    }

    private static IllegalStateException dead(Memory handle, String closed, String reallocated, String freed) {
        String sentence = handle.isClosed() ? closed : handle.isReallocated() ? reallocated : freed;
        return new IllegalStateException(sentence + ": offset=" + handle.offset());
    }
}
