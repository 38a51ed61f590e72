package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.EmptyBlock;
import dev.ashlar.struct.support.StructRange;
import java.util.ConcurrentModificationException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The block of a {@link StructList}: its size, its capacity and its growth.
 *
 * <p>It is one byte longer than its elements, so that no view or array of them covers the whole handle and could free
 * the block, which belongs to the list; otherwise the effect of {@code list.asArray().close()} would depend on the
 * capacity. A list of capacity 0 has an {@link EmptyBlock} instead, until it grows.
 *
 * @param <R> the struct
 * @param <V> the view of one element
 */
abstract sealed class ListBlock<R, V extends StructView<R>> permits ListElements {
    /** The size of a list whose elements an error has left half-moved. */
    static final long CUT_OFF = -1;

    private final StructType<R, V> type;
    private final long byteSize;
    /** The block of a list that was made with capacity 0; otherwise {@code null}. */
    private final @Nullable EmptyBlock empty;

    private Memory memory;
    private long capacity;

    /**
     * The number of elements, or {@link #CUT_OFF}. Accessible to {@link ListElements}, which stores to it without a
     * call.
     */
    long size;

    /** The number of changes that iterators must notice; it may wrap. */
    int changes;

    /** The error that cut off a change, and the number of elements before it. */
    @Nullable
    Throwable cutOffBy;

    long cutOffSize;

    ListBlock(Allocator allocator, StructType<R, V> type, long capacity) {
        if (type.hasTail()) {
            throw type.withTail("list");
        }
        this.type = type;
        this.byteSize = type.byteSize();
        this.empty = capacity == 0 ? EmptyBlock.held(allocator) : null;
        this.memory =
                empty == null ? allocator.allocate(blockByteSize(capacity), type.byteAlignment()) : empty.memory();
        this.capacity = capacity;
    }

    /**
     * The size of a block with this much room; {@link Long#MAX_VALUE} if it is too large, for the allocator to refuse.
     */
    private long blockByteSize(long room) {
        long elements = StructRange.ofArray(type.name(), room, byteSize);
        return elements == Long.MAX_VALUE ? elements : elements + 1;
    }

    /**
     * The number of elements.
     *
     * @throws IllegalStateException if an error has left the elements half-moved, see {@link StructList}
     */
    public final long size() {
        long count = size;
        if (count < 0) {
            throw cutOff();
        }
        return count;
    }

    /** Returns whether the list is empty. Throws as {@code size} does. */
    public final boolean isEmpty() {
        return size() == 0;
    }

    /** The number of elements for which there is room without growth. */
    public final long capacity() {
        return capacity;
    }

    /**
     * Removes all elements; the capacity stays. If an error had left the list half-moved, it is usable again
     * afterwards.
     *
     * @throws IllegalStateException if the list is freed or its memory closed
     */
    public final void clear() {
        requireAlive();
        // No call from here on.
        size = 0;
        changes++;
        cutOffBy = null;
    }

    /**
     * Makes a list usable again that an error has left half-moved, with the elements as they are: as many as before the
     * change that was cut off. Some may be there twice, some may be missing, and one may be a mixture of two; elements
     * before the index where that change began are unchanged. Does nothing in a list that is whole.
     *
     * @throws IllegalStateException if the list is freed or its memory closed
     */
    public final void keepElements() {
        requireAlive();
        if (size < 0) {
            size = cutOffSize;
            changes++;
            cutOffBy = null;
        }
    }

    /**
     * Makes room for {@code minCapacity} elements in total; does nothing if there already is.
     *
     * @throws OutOfLinearMemoryException if there is no room; the list is unchanged then
     * @throws IllegalArgumentException if that is more than any memory can have, or the allocator has no blocks of that
     *     size; the list is unchanged then
     * @throws IllegalStateException if the list is freed or its memory closed
     */
    public final void ensureCapacity(long minCapacity) {
        requireAlive();
        size();
        if (minCapacity > capacity) {
            grow(minCapacity);
        }
    }

    /**
     * Gives the room behind the last element back to the allocator. An empty list that has room retains room for one
     * element.
     *
     * @throws IllegalStateException if the list is freed or its memory closed
     */
    public final void trimToSize() {
        requireAlive();
        long needed = Math.max(1, size());
        if (needed < capacity) {
            resize(needed);
        }
    }

    /**
     * Grows the capacity by one half, so that all growth together copies each element about three times; by less if
     * necessary.
     */
    private void grow(long needed) {
        requireAlive();
        long roomy = Math.max(needed, capacity + (capacity >> 1));
        try {
            resize(roomy);
        } catch (OutOfLinearMemoryException | IllegalArgumentException full) {
            // The latter only from an allocator of small blocks, such as a pool.
            if (roomy == needed) {
                throw full;
            }
            resize(needed);
        }
    }

    private void resize(long newCapacity) {
        Memory resized = memory.reallocate(blockByteSize(newCapacity), type.byteAlignment());
        // No call from here on.
        memory = resized;
        capacity = newCapacity;
        changes++;
    }

    /**
     * The handle through which the list reads and writes; growth replaces it. Elements start at 0. Only the list may
     * free it.
     */
    public final Memory memory() {
        return memory;
    }

    /**
     * The address of the first element in its {@link dev.ashlar.memory.LinearMemory}, in bytes, until the list grows or is
     * trimmed; 0 for a list of capacity 0. Takes constant time.
     *
     * @throws IllegalStateException if the list is freed or its memory closed
     */
    public final long address() {
        return StructRange.address(memory, 0);
    }

    /** The description of the struct. */
    public final StructType<R, V> structType() {
        return type;
    }

    /**
     * Gives the block back to its allocator. All views of it are dead then, and so is the list: its size is still
     * available, {@code get} and iterators return dead views, and every method that reads, adds, moves or removes
     * elements throws {@link IllegalStateException}.
     *
     * @throws IllegalStateException if it is already freed, if its memory is closed, or if its allocator frees no
     *     single blocks
     */
    public final void free() {
        letGo();
        memory.free();
        changes++;
    }

    /** Frees the block as {@link #free()} does if possible; does nothing if {@code free} would refuse. */
    public final void close() {
        letGo();
        memory.close();
        changes++;
    }

    private void letGo() {
        if (empty != null) {
            empty.letGo();
        }
    }

    /** Throws if the list is freed or closed; for methods that would otherwise do nothing. */
    final void requireAlive() {
        if (!memory.isAlive()) {
            throw dead(null);
        }
    }

    /** The exception to throw for one that an access of the list threw: where the list has ended, it says so. */
    final IllegalStateException explained(IllegalStateException refused) {
        return memory.isAlive() ? refused : dead(refused);
    }

    private IllegalStateException dead(@Nullable IllegalStateException cause) {
        return new IllegalStateException(
                "list " + (memory.isFreed() ? "is freed" : "is in memory that is closed") + ": struct=" + type.name()
                        + " size=" + size,
                cause);
    }

    /** The size of one element in bytes. */
    final long elementByteSize() {
        return byteSize;
    }

    /** Returns {@code index}, after checking that there is such an element. */
    final long checked(long index) {
        try {
            // The JIT knows this check and moves it out of loops.
            return Objects.checkIndex(index, size());
        } catch (IndexOutOfBoundsException outside) {
            throw StructRange.noSuchElement(type.name(), index, size);
        }
    }

    /** The offset of an element; checks the index. */
    final long offset(long index) {
        return checked(index) * byteSize;
    }

    /** Makes room for the next element to be added, and returns its offset. */
    final long offsetOfNext() {
        long count = size();
        if (count == capacity) {
            grow(count + 1);
        }
        return count * byteSize;
    }

    /** Returns whether the next element needs growth. */
    final boolean isFull() {
        return size == capacity;
    }

    private IllegalStateException cutOff() {
        return new IllegalStateException(
                "list was left half-changed by an error; clear it, or keep its elements as they lie: struct="
                        + type.name() + " size=" + cutOffSize + " error=" + cutOffBy,
                cutOffBy);
    }

    final int changes() {
        return changes;
    }

    final void requireUnchanged(int expected) {
        if (changes != expected) {
            throw new ConcurrentModificationException(
                    "list has changed since the iteration began: struct=" + type.name() + " size=" + size);
        }
    }
}
