package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.CheckedStruct;
import dev.ashlar.struct.support.ComponentPath;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The elements of a {@link StructList} by their indexes: how they are read and set, come and go.
 *
 * @param <R> the struct
 * @param <V> the view of one element
 */
abstract sealed class ListElements<R, V extends StructView<R>> extends ListBlock<R, V> permits StructList {
    ListElements(Allocator allocator, StructType<R, V> type, long capacity) {
        super(allocator, type, capacity);
    }

    /** The view of the element at an index that was checked; for generated code, which knows the size of its structs. */
    protected abstract V viewAt(Memory memory, long index);

    // What is done to the view of one element after the other. Generated lists repeat these, word for word: with code
    // of
    // its own for each list, the JIT sees what is passed to it there, and removes the view.

    /** What {@code key} says of one element. For generated code. */
    protected long longAt(Memory memory, long index, ToLongFunction<? super V> key) {
        return key.applyAsLong(viewAt(memory, index));
    }

    /** What {@code key} says of one element. For generated code. */
    protected double doubleAt(Memory memory, long index, ToDoubleFunction<? super V> key) {
        return key.applyAsDouble(viewAt(memory, index));
    }

    /** How {@code order} compares two elements. For generated code. */
    protected int compareAt(Memory memory, long first, long second, Comparator<? super V> order) {
        return order.compare(viewAt(memory, first), viewAt(memory, second));
    }

    /** Returns whether {@code filter} holds for one element. For generated code. */
    protected boolean testAt(Memory memory, long index, Predicate<? super V> filter) {
        return filter.test(viewAt(memory, index));
    }

    /**
     * The view of one element. It copies nothing: what is written through it is in the list. Constant time, as is every
     * operation on one element that says nothing else.
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
        return get(index).read();
    }

    /**
     * Stores {@code value} in one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if a component does not fit the way it is stored, or a {@link Ref} is one of another
     *     memory; nothing has changed then
     */
    public final void set(long index, R value) {
        V view = get(index);
        try {
            view.write(value);
        } catch (Error failure) {
            // Possibly between two components.
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
        copy(view.memory(), view.byteOffset(), offset(index), elementByteSize());
    }

    /**
     * Adds an element whose bytes are zero.
     *
     * @return its view
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     */
    public final V add() {
        long end = offsetOfNext();
        memory().fill(end, 0, elementByteSize());
        return added();
    }

    /**
     * Adds {@code value}. Padding is left as it is.
     *
     * @return its view
     * @throws IllegalArgumentException if a component does not fit the way it is stored, or a {@link Ref} is one of another
     *     memory; the list is as before then
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     */
    public final V add(R value) {
        if (isFull()) {
            // Checked first: a value that is refused must not end the views of all others.
            CheckedStruct checked =
                    structType().check(ComponentPath.RECORD, value).requireIn(memory());
            long end = offsetOfNext();
            checked.storeAt(memory(), end);
            return added();
        }
        viewAt(memory(), size()).write(value);
        return added();
    }

    /**
     * Adds a copy of the bytes of another struct, its padding included; it may be an element of this list, reached through
     * whatever handle.
     *
     * @return its view
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     */
    public final V add(V view) {
        if (isFull()) {
            // Growth may move the block, and the view may show a place in it through any handle.
            byte[] bytes = view.memory().loadBytes(view.byteOffset(), Math.toIntExact(elementByteSize()));
            long end = offsetOfNext();
            memory().storeBytes(end, bytes);
        } else {
            view.memory().copyTo(view.byteOffset(), memory(), offsetOfNext(), elementByteSize());
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
            // No call: it must be done whatever the error.
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
     * @throws IllegalArgumentException if a component does not fit the way it is stored, or a {@link Ref} is one of another
     *     memory; the list is as before then
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     */
    public final V insert(long index, R value) {
        if (index < 0 || index > size()) {
            throw new IndexOutOfBoundsException("no place to insert at: index=" + index + " size=" + size());
        }
        CheckedStruct checked = structType().check(ComponentPath.RECORD, value).requireIn(memory());
        long end = offsetOfNext();
        Memory block = memory();
        V view = viewAt(block, index);
        long place = index * elementByteSize();
        try {
            block.copyTo(place, block, place + elementByteSize(), end - place);
            checked.storeAt(block, place);
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
     * Removes an element and moves all behind it one place down. Takes time in proportion to their number.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final void remove(long index) {
        long place = offset(index);
        long after = place + elementByteSize();
        long byteSize = size() * elementByteSize() - after;
        copy(memory(), after, place, byteSize);
        // No call from here on.
        size--;
        changes++;
    }

    /**
     * Removes an element and puts the last one in its place. Takes constant time and does not keep the order.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final void removeSwap(long index) {
        long place = offset(index);
        long last = offset(size() - 1);
        copy(memory(), last, place, elementByteSize());
        // No call from here on.
        size--;
        changes++;
    }

    /**
     * Removes all elements that {@code filter} accepts and keeps the order of the others. Takes linear time. When the
     * filter throws, those that it has accepted are removed and the rest is kept.
     *
     * @return whether there were any
     * @throws ConcurrentModificationException if the filter adds, removes or sorts elements; some of those before it may be
     *     lost then, and others there twice
     */
    public final boolean removeIf(Predicate<? super V> filter) {
        Objects.requireNonNull(filter, "filter");
        requireAlive();
        long before = size();
        int expected = changes;
        long next = 0;
        long kept = 0;
        try {
            while (next < before) {
                boolean goes = testAt(memory(), next, filter);
                requireUnchanged(expected);
                if (!goes) {
                    // Over elements that are gone: where an error cuts it off, this one is still in its place.
                    move(next, kept, 1);
                    kept++;
                }
                next++;
            }
        } catch (Throwable failure) {
            if (changes == expected && kept < next) {
                // In this order, for there may be no stack left to move anything.
                cutOffSize = before;
                cutOffBy = failure;
                size = CUT_OFF;
                move(next, kept, before - next);
                size = kept + before - next;
                changes++;
                cutOffBy = null;
            }
            throw failure;
        }
        if (kept < before) {
            size = kept;
            changes++;
        }
        return kept < before;
    }

    private void move(long from, long to, long count) {
        if (from != to && count > 0) {
            long byteSize = elementByteSize();
            memory().copyTo(from * byteSize, memory(), to * byteSize, count * byteSize);
        }
    }

    /** Copies bytes over elements of this list, which are half-changed if an error comes in between. */
    private void copy(Memory from, long offset, long target, long byteSize) {
        Memory block = memory();
        from.checkRange(offset, byteSize);
        try {
            from.copyTo(offset, block, target, byteSize);
        } catch (Error failure) {
            cutOffSize = size;
            cutOffBy = failure;
            size = CUT_OFF;
            throw failure;
        }
    }
}
