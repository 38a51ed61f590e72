package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.EmptyBlock;
import dev.ashlar.struct.support.StructExtent;
import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/**
 * The block of a {@link StructList}: how many elements it has and has room for, and how it grows.
 *
 * <p>It is one byte longer than its elements. So no view and no array of them is all there is in the handle, and none can
 * free the block, which is the list's: else it would depend on the capacity what {@code list.asArray().close()} does. A list
 * without room has an {@link EmptyBlock} instead, until it grows.
 *
 * @param <R> the struct
 * @param <V> the view of one element
 */
abstract sealed class ListBlock<R, V extends StructView<R>> permits ListElements {
    /** The size of a list whose elements an error has left half-moved. */
    static final long CUT_OFF = -1;

    private final StructType<R, V> type;
    private final long byteSize;
    /** Where the list begins without room. */
    private final @Nullable EmptyBlock empty;

    private Memory memory;
    private long capacity;

    /** The number of elements, or {@link #CUT_OFF}. A field for {@link ListElements}, which stores to it without a call. */
    long size;

    /** Counts what iterations must not miss; it may wrap. */
    int changes;

    /** The error that cut a change off, and how many elements there were before it. */
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

    /** The most there is stays what it is, for the allocator to refuse. */
    private long blockByteSize(long room) {
        long elements = StructExtent.ofArray(room, byteSize);
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

    /** Returns whether there are no elements. Throws as {@link #size} does. */
    public final boolean isEmpty() {
        return size() == 0;
    }

    /** The number of elements that there is room for without growth. */
    public final long capacity() {
        return capacity;
    }

    /**
     * Removes all elements; the capacity stays. The list is good again afterwards if an error had left it half-moved.
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
     * Goes on with the elements that lie in the list after an error has left them half-moved: as many as before the change
     * that was cut off. Some may be there twice, some be missing, and one be mixed of two; elements before the place where
     * that change began are as they were. Does nothing in a list that is whole.
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
     * Makes room for {@code minCapacity} elements in all; does nothing where there is.
     *
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     * @throws IllegalArgumentException if no memory could have it, or the allocator has no blocks of that size; the list
     *     is as before then
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
     * Gives the room behind the last element back to the allocator; where there is any, room for one element stays.
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

    /** To one half more, so that all growth together copies each element about three times; if need be, to less. */
    private void grow(long needed) {
        long roomy = Math.max(needed, capacity + (capacity >> 1));
        try {
            resize(roomy);
        } catch (OutOfLinearMemoryException | IllegalArgumentException full) {
            // The latter from an allocator of small blocks only, such as a pool.
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

    /** The handle that the list reads and writes through; another after growth. Elements start at 0. Only the list is to free it. */
    public final Memory memory() {
        return memory;
    }

    /** The description of the struct. */
    public final StructType<R, V> structType() {
        return type;
    }

    /**
     * Gives the block back to its allocator. Every view made from it is dead then, and so is the list: its size can still
     * be asked, {@code get} and iterators give dead views, and whatever reads, adds, moves or removes elements throws {@link
     * IllegalStateException}.
     *
     * @throws IllegalStateException if it is freed already, if its memory is closed, or if its allocator frees no single
     *     blocks
     */
    public final void free() {
        letGo();
        memory.free();
        changes++;
    }

    /** Frees the block as {@link #free()} does where that is possible; does nothing where it would be refused. */
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

    /** What does nothing in a list that is freed or closed must say so. */
    final void requireAlive() {
        memory.checkRange(0, 0);
    }

    /** The size of one element in bytes. */
    final long elementByteSize() {
        return byteSize;
    }

    /** {@code index}, of an element that is there. */
    final long checked(long index) {
        return StructExtent.ofElement(0, index, size(), 1);
    }

    /** The offset of an element that is there. */
    final long offset(long index) {
        return StructExtent.ofElement(0, index, size(), byteSize);
    }

    /** The offset of the next element to be added, for which there is room from now on. */
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
