package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.StructIterator;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A growable {@link StructArray}: structs one after the other in one block that grows.
 *
 * <pre>{@code
 * @Struct(list = true)
 * record Tick(long time, double price) {}
 *
 * try (TickList ticks = TickList.create(allocator)) {
 *     ticks.add(new Tick(1, 10.5));
 *     ticks.add().time(2).price(9.5);
 *     ticks.sortByDouble(TickView::price);
 * }
 * }</pre>
 *
 * <p><b>Growth.</b> A full block is reallocated with one half more, so that adding takes amortised constant time. All
 * views, arrays and iterators taken before are dead then, whether the block moved or not: they throw {@link
 * IllegalStateException}. The same holds after {@link #ensureCapacity} and {@link #trimToSize} if they change the
 * block. If there is no room, {@link OutOfLinearMemoryException} is thrown, the list is unchanged, and all views of it
 * stay valid.
 *
 * <p><b>The block</b> is one byte longer than the elements for which it has room, so that no view or array covers all
 * of it, and only the list can free it. A cell of a {@link dev.ashlar.alloc.PoolAllocator} must have room for that
 * byte. A list that is created with a capacity of 0 takes nothing from its allocator until it grows; it is freed and
 * closed like others.
 *
 * <p><b>Removal.</b> A view always shows the same bytes: after a removal, an insertion or a sort these are another
 * element, or to none. The same is true of a {@link Ref} to an element, even after growth: then the
 * bytes are no longer in the list.
 *
 * <p><b>Iteration.</b> Iterators, and spliterators and streams once they have started, throw {@link
 * ConcurrentModificationException} after elements were added, removed or sorted, or the block changed. Values may be
 * set meanwhile.
 *
 * <p><b>Errors in the middle.</b> A {@link StackOverflowError} or {@link OutOfMemoryError} that comes while elements
 * are moved or set leaves the list half-changed. The list knows that, and every method that reads or changes elements
 * throws an {@link IllegalStateException} that names the error, until {@link #clear} or {@link #keepElements} is
 * called. In all other cases the operation has either happened or not; growth may have happened without it. The list
 * does not track components set through a view.
 *
 * <p>Not safe for use by several threads at once, unless all of them only read. Indexes count elements from 0. Only
 * generated classes should extend this; {@link #create(Allocator, StructType)} is for code that works on any struct.
 *
 * @param <R> the struct, a record or a sealed interface of records
 * @param <V> the view of one element
 */
public abstract non-sealed class StructList<R, V extends StructView<R>> extends ListElements<R, V>
        implements Iterable<V>, AutoCloseable {
    /** The capacity of a list that is made without one. */
    protected static final long DEFAULT_CAPACITY = 16;

    /**
     * Allocates an empty list; for generated code.
     *
     * @param capacity the number of elements for which there is room
     * @throws IllegalArgumentException if {@code capacity} is negative
     * @throws UnsupportedOperationException if the struct has a {@link Tail}
     * @throws OutOfLinearMemoryException if there is no room
     */
    protected StructList(Allocator allocator, StructType<R, V> type, long capacity) {
        super(allocator, type, capacity);
    }

    /**
     * Allocates an empty list of any struct. Code that knows its struct should use the class that {@link Struct#list}
     * generates: iterating over it makes no garbage, while to the JIT the views of this list may be of any type.
     *
     * @throws UnsupportedOperationException if the struct has a {@link Tail}
     * @throws OutOfLinearMemoryException if there is no room
     */
    public static <R, V extends StructView<R>> StructList<R, V> create(Allocator allocator, StructType<R, V> type) {
        return create(allocator, type, DEFAULT_CAPACITY);
    }

    /**
     * As {@link #create(Allocator, StructType)}.
     *
     * @param capacity the number of elements for which there is room
     * @throws IllegalArgumentException if {@code capacity} is negative
     */
    public static <R, V extends StructView<R>> StructList<R, V> create(
            Allocator allocator, StructType<R, V> type, long capacity) {
        return new OfAnyType<>(allocator, type, capacity);
    }

    /**
     * Sorts the elements in place, without memory for copies. The sort is not stable: equal elements may be reordered.
     * At most O(n log n) comparisons, whatever the initial order.
     *
     * <p>If {@code order} throws, or is inconsistent, all elements are still there, in some order.
     *
     * @param order the order of views, which show their elements only during a comparison
     * @throws ConcurrentModificationException if {@code order} adds, removes or sorts elements
     */
    public final void sort(Comparator<? super V> order) {
        Objects.requireNonNull(order, "order");
        sort(new InPlaceSort.ByOrder<>(this, order));
    }

    /**
     * As {@link #sort}, by a component that is an integer: {@code ticks.sortByLong(TickView::time)}. Faster, because it
     * reads the key of a pivot only once.
     */
    public final void sortByLong(ToLongFunction<? super V> key) {
        Objects.requireNonNull(key, "key");
        sort(new InPlaceSort.ByLong<>(this, key));
    }

    /** As {@link #sortByLong}, for numbers in the order of {@link Double#compare}. */
    public final void sortByDouble(ToDoubleFunction<? super V> key) {
        Objects.requireNonNull(key, "key");
        sort(new InPlaceSort.ByDouble<>(this, key));
    }

    private void sort(InPlaceSort<V> sort) {
        requireAlive();
        int expected = changes;
        try {
            sort.run();
            requireUnchanged(expected);
        } catch (IllegalStateException revoked) {
            // The order may have changed the list itself; then that is the error to report.
            requireUnchanged(expected);
            throw revoked;
        } finally {
            // Even if the order throws, since elements have been swapped by then. A store, so that it is done whatever
            // the error.
            changes++;
        }
    }

    /**
     * Finds an element by a component that the list is sorted by, in logarithmic time.
     *
     * @return the index of the first element with that key, or {@code -(index of the first with a greater one) - 1}
     */
    public final long binarySearchByLong(long key, ToLongFunction<? super V> component) {
        Objects.requireNonNull(component, "component");
        return binarySearch(view -> Long.compare(component.applyAsLong(view), key));
    }

    /** As {@link #binarySearchByLong}, for numbers in the order of {@link Double#compare}. */
    public final long binarySearchByDouble(double key, ToDoubleFunction<? super V> component) {
        Objects.requireNonNull(component, "component");
        return binarySearch(view -> Double.compare(component.applyAsDouble(view), key));
    }

    /** As {@link #binarySearchByLong}, for keys of any type, in the order that the list is sorted by. */
    public final <K> long binarySearchBy(
            K key, Function<? super V, ? extends K> component, Comparator<? super K> order) {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(order, "order");
        return binarySearch(view -> order.compare(component.apply(view), key));
    }

    /** The comparison of an element with the key that is searched for. */
    private interface Probe<V> {
        int compare(V view);
    }

    private long binarySearch(Probe<V> probe) {
        long low = 0;
        long high = size();
        boolean isFound = false;
        while (low < high) {
            long middle = (low + high) >>> 1;
            int comparison = probe.compare(get(middle));
            isFound |= comparison == 0;
            if (comparison < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return isFound ? low : -low - 1;
    }

    /** Returns an iterator over the views of all elements, in order. */
    @Override
    public abstract Iterator<V> iterator();

    /**
     * Returns a spliterator over the views of all elements, in order, that there are when it is first used; knows its
     * exact size and splits into halves.
     */
    @Override
    public final Spliterator<V> spliterator() {
        return new StructListSpliterator<>(this);
    }

    /** Returns a stream of the views of all elements, in order, that there are when the stream is run. */
    public final Stream<V> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * Returns the elements as an array, which copies nothing and is alive until the block of the list changes. Only the
     * list can free the block: {@link StructArray#free} of this array, or of the view of an element, is refused, and
     * {@link StructArray#close} does nothing.
     *
     * @throws IllegalStateException if the list is freed or its memory closed
     */
    public StructArray<R, V> asArray() {
        return structType().arrayAt(memory(), 0, size());
    }

    /** The struct, size, capacity and memory, for logs. */
    @Override
    public final String toString() {
        return "StructList[" + structType().name() + ", size=" + (size < 0 ? "half-changed" : size) + ", capacity="
                + capacity() + ", memory=" + memory() + "]";
    }

    /** A list of any struct. */
    private static final class OfAnyType<R, V extends StructView<R>> extends StructList<R, V> {
        OfAnyType(Allocator allocator, StructType<R, V> type, long capacity) {
            super(allocator, type, capacity);
        }

        @Override
        protected V viewAt(Memory memory, long index) {
            return structType().at(memory, index * elementByteSize());
        }

        /** It does not know. */
        @Override
        protected boolean isEncodedFirst() {
            return true;
        }

        @Override
        public Iterator<V> iterator() {
            return new ViewIterator<>(this) {
                @Override
                protected V element(Memory memory, long index) {
                    return viewAt(memory, index);
                }
            };
        }
    }

    /**
     * An iterator over the views of a list, as long as the list does not change. For generated code, where each list
     * has its own subclass, see {@link StructIterator}.
     *
     * @param <V> the view of one element
     */
    protected abstract static class ViewIterator<V extends StructView<?>> implements Iterator<V> {
        private final StructList<?, V> list;
        private final Memory memory;
        private final int changes;
        private final long size;
        private long next;

        /** Makes an iterator over the elements that {@code list} has now. */
        protected ViewIterator(StructList<?, V> list) {
            this.list = list;
            this.memory = list.memory();
            this.changes = list.changes();
            this.size = list.size();
        }

        /** Returns the view of the element at a checked index. */
        protected abstract V element(Memory memory, long index);

        /** After a change there is always a next step, which says so, as for the lists of {@code java.util}. */
        @Override
        public final boolean hasNext() {
            return next < size || list.changes() != changes;
        }

        @Override
        public final V next() {
            list.requireUnchanged(changes);
            if (next >= size) {
                throw new NoSuchElementException(
                        "no more elements: struct=" + list.structType().name() + " size=" + size);
            }
            return element(memory, next++);
        }
    }
}
