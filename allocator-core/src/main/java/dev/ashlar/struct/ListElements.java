package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.CheckedStruct;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The elements of a {@link StructList} by their indexes: reading, setting, adding and removing them.
 *
 * @param <R> the struct
 * @param <V> the view of one element
 */
abstract sealed class ListElements<R, V extends StructView<R>> extends ListBlock<R, V> permits StructList {
    ListElements(Allocator allocator, StructType<R, V> type, long capacity) {
        super(allocator, type, capacity);
    }

    /** Returns the view of the element at a checked index; for generated code, which knows the size of its structs. */
    protected abstract V viewAt(Memory memory, long index);

    /** Reads the element at an index that was checked. For generated code. */
    protected R readAt(Memory memory, long index) {
        return viewAt(memory, index).read();
    }

    /** Writes the element at an index that was checked. For generated code. */
    protected void writeAt(Memory memory, long index, R value) {
        viewAt(memory, index).write(value);
    }

    /** Copies the bytes of a struct to the element at an index that was checked. For generated code. */
    protected void copyAt(Memory source, long sourceOffset, Memory memory, long index) {
        source.copyTo(sourceOffset, memory, index * elementByteSize(), elementByteSize());
    }

    /**
     * Returns whether storing an element calls a codec of the user, which may add elements to this list: then each is
     * encoded before its index is taken. For generated code.
     */
    protected boolean isEncodedFirst() {
        return false;
    }

    // Calls with the view of one element after the other. Generated lists repeat these methods verbatim: with separate
    // code for each list, the JIT sees the function that is passed there, and removes the view.

    /** Returns the {@code key} of one element. For generated code. */
    protected long longAt(Memory memory, long index, ToLongFunction<? super V> key) {
        return key.applyAsLong(viewAt(memory, index));
    }

    /** Returns the {@code key} of one element. For generated code. */
    protected double doubleAt(Memory memory, long index, ToDoubleFunction<? super V> key) {
        return key.applyAsDouble(viewAt(memory, index));
    }

    /** Compares two elements by {@code order}. For generated code. */
    protected int compareAt(Memory memory, long first, long second, Comparator<? super V> order) {
        return order.compare(viewAt(memory, first), viewAt(memory, second));
    }

    /** Returns whether {@code filter} accepts one element. For generated code. */
    protected boolean testAt(Memory memory, long index, Predicate<? super V> filter) {
        return filter.test(viewAt(memory, index));
    }

    /**
     * Returns the view of one element. Copies nothing: writing through the view changes the list. Takes constant time,
     * as does every operation on one element unless it says otherwise.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final V get(long index) {
        return viewAt(memory(), checked(index));
    }

    /** As {@link #get(long)}. */
    public final V get(int index) {
        return get((long) index);
    }

    /**
     * Copies one element to the heap.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final R read(long index) {
        return readAt(memory(), checked(index));
    }

    /**
     * Stores {@code value} in one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if a component does not fit its storage type, or a {@link Ref} is one of another
     *     memory; nothing has changed then
     */
    public final void set(long index, R value) {
        long checked = checked(index);
        try {
            writeAt(memory(), checked, value);
        } catch (Error failure) {
            // The error may have come between two components.
            cutOffSize = size;
            cutOffBy = failure;
            size = CUT_OFF;
            throw failure;
        }
    }

    /**
     * Copies the bytes of another struct, its padding included, into one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final void set(long index, V view) {
        copyOver(view.memory(), view.byteOffset(), checked(index));
    }

    /**
     * Adds an element whose bytes are zero.
     *
     * @return its view
     * @throws OutOfLinearMemoryException if there is no room; the list is unchanged then
     */
    public final V add() {
        long end = offsetOfNext();
        try {
            memory().fill(end, 0, elementByteSize());
        } catch (IllegalStateException refused) {
            throw explained(refused);
        }
        return added();
    }

    /**
     * Adds {@code value}. Padding is left as it is.
     *
     * @return its view
     * @throws IllegalArgumentException if a component does not fit its storage type, or a {@link Ref} is one of another
     *     memory; the list is unchanged then
     * @throws OutOfLinearMemoryException if there is no room; the list is unchanged then
     */
    public final V add(R value) {
        if (isFull() || isEncodedFirst()) {
            return addChecked(value);
        }
        try {
            writeAt(memory(), size(), value);
        } catch (IllegalStateException refused) {
            throw explained(refused);
        }
        return added();
    }

    /** Adds {@code value}, checked first: one that is refused must not end the views of all other elements. */
    private V addChecked(R value) {
        CheckedStruct checked = structType().check(structType().name(), value).requireIn(memory());
        long end = offsetOfNext();
        try {
            checked.storeAt(memory(), end);
        } catch (IllegalStateException refused) {
            throw explained(refused);
        }
        return added();
    }

    /**
     * Adds a copy of the bytes of another struct, its padding included; it may be an element of this list, seen through
     * any handle.
     *
     * @return its view
     * @throws OutOfLinearMemoryException if there is no room; the list is unchanged then
     */
    public final V add(V view) {
        if (isFull()) {
            // Growth may move the block, and the view may show a part of it through any handle.
            byte[] bytes = view.memory().loadBytes(view.byteOffset(), Math.toIntExact(elementByteSize()));
            long end = offsetOfNext();
            memory().storeBytes(end, bytes);
        } else {
            copyAt(view.memory(), view.byteOffset(), memory(), size());
        }
        return added();
    }

    private V added() {
        V view = viewAt(memory(), size());
        // No call from here on.
        size++;
        changes++;
        return view;
    }

    /**
     * Adds all of {@code values}.
     *
     * @throws IllegalArgumentException if one cannot be stored; none is added then
     * @throws OutOfLinearMemoryException if there is no room; none is added then
     */
    public final void addAll(Collection<? extends R> values) {
        long before = size();
        ensureCapacity(Math.addExact(before, values.size()));
        try {
            for (R value : values) {
                add(value);
            }
        } catch (Throwable refused) {
            // No call: this must be done whatever the error.
            size = before;
            changes++;
            throw refused;
        }
    }

    /**
     * Inserts {@code value} before the element at {@code index}, or at the end. Takes time in proportion to the number
     * of elements behind it.
     *
     * @return its view
     * @throws IndexOutOfBoundsException if {@code index} is negative or above {@link #size()}
     * @throws IllegalArgumentException if a component does not fit its storage type, or a {@link Ref} is one of another
     *     memory; the list is unchanged then
     * @throws OutOfLinearMemoryException if there is no room; the list is unchanged then
     */
    public final V insert(long index, R value) {
        if (index < 0 || index > size()) {
            throw new IndexOutOfBoundsException(
                    "no place to insert at: struct=" + structType().name() + " index=" + index + " size=" + size());
        }
        CheckedStruct checked = structType().check(structType().name(), value).requireIn(memory());
        long end = offsetOfNext();
        Memory block = memory();
        V view = viewAt(block, index);
        long offset = index * elementByteSize();
        try {
            block.copyTo(offset, block, offset + elementByteSize(), end - offset);
            checked.storeAt(block, offset);
        } catch (Error failure) {
            cutOffSize = size;
            cutOffBy = failure;
            size = CUT_OFF;
            throw failure;
        }
        size++;
        changes++;
        return view;
    }

    /**
     * Removes an element and moves all elements behind it down by one index. Takes time in proportion to their number.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final void remove(long index) {
        long offset = offset(index);
        long after = offset + elementByteSize();
        long byteSize = size() * elementByteSize() - after;
        Memory block = memory();
        block.checkRange(after, byteSize);
        try {
            block.copyTo(after, block, offset, byteSize);
        } catch (Error failure) {
            cutOffSize = size;
            cutOffBy = failure;
            size = CUT_OFF;
            throw failure;
        }
        // No call from here on.
        size--;
        changes++;
    }

    /**
     * Removes an element and moves the last one to its index. Takes constant time and does not preserve the order.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final void removeSwap(long index) {
        long removed = checked(index);
        copyOver(memory(), offset(size() - 1), removed);
        // No call from here on.
        size--;
        changes++;
    }

    /**
     * Removes all elements that {@code filter} accepts and preserves the order of the others. Takes linear time. If the
     * filter throws, the elements that it has accepted are removed and the others stay.
     *
     * @return whether there were any
     * @throws ConcurrentModificationException if the filter adds, removes or sorts elements; some elements before it
     *     may be lost then, and others duplicated
     */
    public final boolean removeIf(Predicate<? super V> filter) {
        Objects.requireNonNull(filter, "filter");
        requireAlive();
        long before = size();
        int expected = changes;
        long next = 0;
        long remaining = 0;
        try {
            while (next < before) {
                boolean goes = testAt(memory(), next, filter);
                requireUnchanged(expected);
                if (!goes) {
                    // Over elements that are removed: if an error cuts this off, the element that moves is still at its
                    // old index.
                    move(next, remaining, 1);
                    remaining++;
                }
                next++;
            }
        } catch (Throwable failure) {
            if (changes == expected && remaining < next) {
                // In this order, since there may be no stack left to move anything.
                cutOffSize = before;
                cutOffBy = failure;
                size = CUT_OFF;
                move(next, remaining, before - next);
                size = remaining + before - next;
                changes++;
                cutOffBy = null;
            }
            throw failure;
        }
        if (remaining < before) {
            size = remaining;
            changes++;
        }
        return remaining < before;
    }

    private void move(long from, long to, long count) {
        if (from != to && count > 0) {
            long byteSize = elementByteSize();
            memory().copyTo(from * byteSize, memory(), to * byteSize, count * byteSize);
        }
    }

    /** Copies bytes over an element of this list, which is left half-changed if an error comes in between. */
    private void copyOver(Memory source, long sourceOffset, long index) {
        Memory block = memory();
        source.checkRange(sourceOffset, elementByteSize());
        try {
            copyAt(source, sourceOffset, block, index);
        } catch (Error failure) {
            cutOffSize = size;
            cutOffBy = failure;
            size = CUT_OFF;
            throw failure;
        }
    }
}
