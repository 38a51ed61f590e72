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
 * Structs one after the other in one block that grows: what a {@link StructArray} is, with a size that changes.
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
 * <p><b>Growth.</b> A full block is reallocated to one half more, so that adding takes constant time, amortised. Every
 * view, array and iterator taken before is dead then, whether the block moved or not: it throws {@link
 * IllegalStateException}. So do {@link #ensureCapacity} and {@link #trimToSize} when they change the block. Where there is
 * no room, {@link OutOfLinearMemoryException} is thrown, the list is as before, and all views of it are good.
 *
 * <p><b>The block</b> is one byte longer than the elements that it has room for, so that no view and no array is all there is
 * in it, and only the list can free it. A cell of a {@link dev.ashlar.alloc.PoolAllocator} must have room for that byte. A
 * list that is created with a capacity of 0 takes nothing from its allocator until it grows; it is freed and closed as others
 * are.
 *
 * <p><b>Removal.</b> A view goes on showing its place: after a removal, an insertion or a sort that is another element,
 * or, behind the last one, none. A {@link Ref} to an element does so too, and even after growth: then the place is no longer
 * in the list.
 *
 * <p><b>Iteration.</b> Iterators, and spliterators and streams once they have started, throw {@link
 * ConcurrentModificationException} after elements were added, removed or sorted, or the block changed. Values may be
 * changed meanwhile.
 *
 * <p><b>Errors in the middle.</b> A {@link StackOverflowError} or {@link OutOfMemoryError} that comes while elements are moved or
 * set leaves the list half-changed. It knows that, and whatever reads or changes elements throws an {@link
 * IllegalStateException} that names the error, until {@link #clear} or {@link #keepElements}. Otherwise the operation has either
 * happened or not; growth may have happened without it. A component that is set through a view is the business of the view.
 *
 * <p>Not safe for use by several threads at once, unless all of them only read. Indexes count elements from 0. Only
 * generated classes are meant to extend this; {@link #create(Allocator, StructType)} is for code that works on any struct.
 *
 * @param <R> the struct, a record or a sealed interface of records
 * @param <V> the view of one element
 */
public abstract non-sealed class StructList<R, V extends StructView<R>> extends ListElements<R, V>
        implements Iterable<V>, AutoCloseable {
    /** The capacity of a list that was made without one. */
    protected static final long DEFAULT_CAPACITY = 16;

    /**
     * Allocates an empty list; for generated code.
     *
     * @param capacity how many elements there is room for
     * @throws IllegalArgumentException if {@code capacity} is negative
     * @throws UnsupportedOperationException if the struct has a {@link Tail}
     * @throws OutOfLinearMemoryException if there is no room
     */
    protected StructList(Allocator allocator, StructType<R, V> type, long capacity) {
        super(allocator, type, capacity);
    }

    /**
     * Allocates an empty list of any struct. Code that knows its struct uses the class that {@link Struct#list} asks for:
     * its views are sure to make no garbage, while those of this one are, for the JIT, of any type.
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
     * @param capacity how many elements there is room for
     * @throws IllegalArgumentException if {@code capacity} is negative
     */
    public static <R, V extends StructView<R>> StructList<R, V> create(
            Allocator allocator, StructType<R, V> type, long capacity) {
        return new OfAnyType<>(allocator, type, capacity);
    }

    /**
     * Sorts the elements where they are, without memory for copies. Elements that are equal change their order: the sort
     * is not stable. At most O(n log n) comparisons, whatever the order before.
     *
     * <p>When {@code order} throws, or is no order, all elements are still there, in some order.
     *
     * @param order compares views, which show their elements only while it runs
     * @throws ConcurrentModificationException if {@code order} adds, removes or sorts elements
     */
    public final void sort(Comparator<? super V> order) {
        Objects.requireNonNull(order, "order");
        sort(new InPlaceSort.ByOrder<>(this, order));
    }

    /**
     * As {@link #sort}, by a component that is an integer: {@code ticks.sortByLong(TickView::time)}. Faster, for it reads
     * the key of what it divides by once.
     */
    public final void sortByLong(ToLongFunction<? super V> key) {
        Objects.requireNonNull(key, "key");
        sort(new InPlaceSort.ByLong<>(this, key));
    }

    /** As {@link #sortByLong}, by numbers in the order of {@link Double#compare}. */
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
            // The order may have changed the list itself; that is what to say then.
            requireUnchanged(expected);
            throw revoked;
        } finally {
            // When the order throws, too: elements have been swapped by then. A store, whatever the error.
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

    /** How an element compares to what is looked for. */
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

    /** The views of all elements, in order. */
    @Override
    public abstract Iterator<V> iterator();

    /** The views of all elements, in order, as they are when it is first used; knows its exact size and splits in halves. */
    @Override
    public final Spliterator<V> spliterator() {
        return new StructListSpliterator<>(this);
    }

    /** The views of all elements, in order, as they are when the stream is run. */
    public final Stream<V> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * The elements as an array, which copies nothing and lives until the block of the list changes. Only the list frees the
     * block: {@link StructArray#free} of this array, or of the view of an element, is refused, and {@link StructArray#close}
     * does nothing.
     *
     * @throws IllegalStateException if the list is freed or its memory closed
     */
    public StructArray<R, V> asArray() {
        return structType().arrayAt(memory(), 0, size());
    }

    /** Struct, size, capacity and memory, for logs. */
    @Override
    public final String toString() {
        return "StructList[" + structType().name() + ", size=" + (size < 0 ? "half-changed" : size) + ", capacity="
                + capacity() + ", memory=" + memory() + "]";
    }

    /** A list for code that does not know its struct. */
    private static final class OfAnyType<R, V extends StructView<R>> extends StructList<R, V> {
        OfAnyType(Allocator allocator, StructType<R, V> type, long capacity) {
            super(allocator, type, capacity);
        }

        @Override
        protected V viewAt(Memory memory, long index) {
            return structType().at(memory, index * elementByteSize());
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
     * The views of a list from its first to its last, as long as it does not change. For generated code, where each list has a
     * subclass of its own, as {@link StructIterator} has it.
     *
     * @param <V> the view of one element
     */
    protected abstract static class ViewIterator<V extends StructView<?>> implements Iterator<V> {
        private final StructList<?, V> list;
        private final Memory memory;
        private final int changes;
        private final long size;
        private long next;

        /** Of the elements that {@code list} has now. */
        protected ViewIterator(StructList<?, V> list) {
            this.list = list;
            this.memory = list.memory();
            this.changes = list.changes();
            this.size = list.size();
        }

        /** The view of the element at an index that was checked. */
        protected abstract V element(Memory memory, long index);

        @Override
        public final boolean hasNext() {
            return next < size;
        }

        @Override
        public final V next() {
            list.requireUnchanged(changes);
            if (next >= size) {
                throw new NoSuchElementException("no more elements: size=" + size);
            }
            return element(memory, next++);
        }
    }
}
