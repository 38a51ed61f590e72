package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * <p><b>Removal.</b> A view goes on showing its place: after a removal, an insertion or a sort that is another element,
 * or, behind the last one, none.
 *
 * <p><b>Iteration.</b> Iterators, and spliterators and streams once they have started, throw {@link
 * ConcurrentModificationException} after elements were added, removed or sorted, or the block changed. Values may be
 * changed meanwhile.
 *
 * <p>Not safe for use by several threads at once, unless all of them only read. Indexes count elements from 0. Only
 * generated classes are meant to extend this; {@link #create(Allocator, StructType)} is for code that works on any struct.
 *
 * @param <R> the struct, a record or a sealed interface of records
 * @param <V> the view of one element
 */
public abstract class StructList<R, V extends StructView<R>> implements Iterable<V>, AutoCloseable {
    /** The capacity of a list that was made without one. */
    protected static final long DEFAULT_CAPACITY = 16;

    private final StructType<R, V> type;
    private final long byteSize;
    private Memory memory;
    private long capacity;
    private long size;

    /** Counts what iterations must not miss; it may wrap. */
    private int changes;

    /**
     * Allocates an empty list; for generated code.
     *
     * @param capacity how many elements there is room for, positive
     * @throws IllegalArgumentException if {@code capacity} is not positive
     * @throws UnsupportedOperationException if the struct has a {@link Tail}
     * @throws OutOfLinearMemoryException if there is no room
     */
    protected StructList(Allocator allocator, StructType<R, V> type, long capacity) {
        if (type.hasTail()) {
            throw type.withTail("list");
        }
        this.type = type;
        this.byteSize = type.byteSize();
        this.memory = allocator.allocate(StructExtent.ofArray(capacity, byteSize), type.blockAlignment());
        this.capacity = capacity;
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
     * @throws IllegalArgumentException if {@code capacity} is not positive
     */
    public static <R, V extends StructView<R>> StructList<R, V> create(
            Allocator allocator, StructType<R, V> type, long capacity) {
        return new OfAnyType<>(allocator, type, capacity);
    }

    /** The view at an offset that was checked; for generated code. */
    protected abstract V viewAt(Memory memory, long byteOffset);

    /** The number of elements. */
    public final long size() {
        return size;
    }

    /** Whether there are no elements. */
    public final boolean isEmpty() {
        return size == 0;
    }

    /** The number of elements that there is room for without growth. */
    public final long capacity() {
        return capacity;
    }

    /**
     * The view of one element. It copies nothing: what is written through it is in the list. Constant time, as is every
     * operation on one element that says nothing else.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final V get(long index) {
        return viewAt(memory, offset(index));
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
     * @throws IllegalArgumentException if a component does not fit the way it is stored; nothing has changed then
     */
    public final void set(long index, R value) {
        get(index).write(value);
    }

    /**
     * Copies the bytes of another struct, its padding included, into one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final void set(long index, V view) {
        view.memory().copyTo(view.byteOffset(), memory, offset(index), byteSize);
    }

    /**
     * Adds an element whose bytes are zero.
     *
     * @return its view
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     */
    public final V add() {
        if (size == capacity) {
            grow(size + 1);
        }
        long end = size * byteSize;
        memory.fill(end, 0, byteSize);
        return added(end);
    }

    /**
     * Adds {@code value}. Padding is left as it is.
     *
     * @return its view
     * @throws IllegalArgumentException if a component does not fit the way it is stored; the list is as before then
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     */
    public final V add(R value) {
        long end = size * byteSize;
        if (size == capacity) {
            CheckedStruct checked = type.check(ComponentPath.RECORD, value);
            grow(size + 1);
            checked.storeAt(memory, end);
        } else {
            viewAt(memory, end).write(value);
        }
        return added(end);
    }

    /**
     * Adds a copy of the bytes of another struct, its padding included; it may be an element of this list.
     *
     * @return its view
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     */
    public final V add(V view) {
        boolean isElement = view.memory() == memory;
        if (size == capacity) {
            view.memory().checkRange(view.byteOffset(), byteSize);
            grow(size + 1);
        }
        long end = size * byteSize;
        // Growth revoked the handle that the view of an element has.
        Memory source = isElement ? memory : view.memory();
        source.copyTo(view.byteOffset(), memory, end, byteSize);
        return added(end);
    }

    private V added(long end) {
        V view = viewAt(memory, end);
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
        long before = size;
        ensureCapacity(Math.addExact(size, values.size()));
        try {
            for (R value : values) {
                add(value);
            }
        } catch (RuntimeException | Error refused) {
            size = before;
            throw refused;
        }
    }

    /**
     * Inserts {@code value} before the element at {@code index}, or at the end. Takes time in proportion to the number
     * of elements behind it.
     *
     * @return its view
     * @throws IndexOutOfBoundsException if {@code index} is negative or above {@link #size()}
     * @throws IllegalArgumentException if a component does not fit the way it is stored; the list is as before then
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     */
    public final V insert(long index, R value) {
        if (index < 0 || index > size) {
            throw new IndexOutOfBoundsException("no place to insert at: index=" + index + " size=" + size);
        }
        long place = index * byteSize;
        CheckedStruct checked = type.check(ComponentPath.RECORD, value);
        if (size == capacity) {
            grow(size + 1);
        }
        memory.copyTo(place, memory, place + byteSize, size * byteSize - place);
        checked.storeAt(memory, place);
        size++;
        changes++;
        return viewAt(memory, place);
    }

    /**
     * Removes an element and moves all behind it one place down. Takes time in proportion to their number.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public final void remove(long index) {
        long place = offset(index);
        long after = place + byteSize;
        memory.copyTo(after, memory, place, size * byteSize - after);
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
        memory.copyTo((size - 1) * byteSize, memory, place, byteSize);
        size--;
        changes++;
    }

    /**
     * Removes all elements that {@code filter} accepts and keeps the order of the others. Takes linear time. When the
     * filter throws, those that it has accepted are removed and the rest is kept.
     *
     * @return whether there were any
     * @throws ConcurrentModificationException if the filter adds, removes or sorts elements
     */
    public final boolean removeIf(Predicate<? super V> filter) {
        Objects.requireNonNull(filter, "filter");
        long before = size;
        int expected = changes;
        long next = 0;
        long kept = 0;
        try {
            while (next < before) {
                boolean goes = filter.test(viewAt(memory, next * byteSize));
                requireUnchanged(expected);
                if (!goes) {
                    move(next, kept++, 1);
                }
                next++;
            }
        } finally {
            if (changes == expected && kept < next) {
                move(next, kept, before - next);
                size = kept + before - next;
                changes++;
            }
        }
        return size != before;
    }

    private void move(long from, long to, long count) {
        if (from != to && count > 0) {
            memory.copyTo(from * byteSize, memory, to * byteSize, count * byteSize);
        }
    }

    /** Removes all elements; the capacity stays. */
    public final void clear() {
        size = 0;
        changes++;
    }

    /**
     * Makes room for {@code minCapacity} elements in all; does nothing where there is.
     *
     * @throws OutOfLinearMemoryException if there is no room; the list is as before then
     */
    public final void ensureCapacity(long minCapacity) {
        if (minCapacity > capacity) {
            grow(minCapacity);
        }
    }

    /** Gives the room behind the last element back to the allocator; room for one element stays. */
    public final void trimToSize() {
        long needed = Math.max(1, size);
        if (needed < capacity) {
            resize(needed);
        }
    }

    /** To one half more, so that all growth together copies each element about three times; if need be, to less. */
    private void grow(long needed) {
        long roomy = Math.max(needed, capacity + (capacity >> 1));
        try {
            resize(roomy);
        } catch (OutOfLinearMemoryException full) {
            if (roomy == needed) {
                throw full;
            }
            resize(needed);
        }
    }

    private void resize(long newCapacity) {
        memory = memory.reallocate(StructExtent.ofArray(newCapacity, byteSize), type.blockAlignment());
        capacity = newCapacity;
        changes++;
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
        sort(new InPlaceSort.ByKey<>(this, key));
    }

    /** As {@link #sortByLong}, by numbers in the order of {@link Double#compare}. */
    public final void sortByDouble(ToDoubleFunction<? super V> key) {
        Objects.requireNonNull(key, "key");
        sortByLong(view -> SortKey.of(key.applyAsDouble(view)));
    }

    private void sort(InPlaceSort<V> sort) {
        int expected = changes;
        try {
            sort.run();
        } catch (IllegalStateException revoked) {
            // The order may have changed the list itself; that is what to say then.
            requireUnchanged(expected);
            throw revoked;
        }
        requireUnchanged(expected);
        changes++;
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
        long high = size;
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
    public final Iterator<V> iterator() {
        return new StructListIterator<>(this);
    }

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
     * The elements as an array, which copies nothing and lives until the block of the list changes. It is the list that
     * frees the block.
     */
    public StructArray<R, V> asArray() {
        return type.arrayAt(memory, 0, size);
    }

    /** The handle that the list reads and writes through; another after growth. Elements start at 0. */
    public final Memory memory() {
        return memory;
    }

    /** The description of the struct. */
    public final StructType<R, V> structType() {
        return type;
    }

    /**
     * Gives the block back to its allocator. Every view made from it is dead then, and so is the list.
     *
     * @throws IllegalStateException if it is freed already, if its memory is closed, or if its allocator frees no single
     *     blocks
     */
    public final void free() {
        changes++;
        memory.free();
    }

    /** Frees the block as {@link #free()} does where that is possible; does nothing where it would be refused. */
    @Override
    public final void close() {
        changes++;
        memory.close();
    }

    /** Struct, size, capacity and memory, for logs. */
    @Override
    public final String toString() {
        return "StructList[" + type.name() + ", size=" + size + ", capacity=" + capacity + ", memory=" + memory + "]";
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

    private long offset(long index) {
        return StructExtent.ofElement(0, index, size, byteSize);
    }

    /** A list for code that does not know its struct. */
    private static final class OfAnyType<R, V extends StructView<R>> extends StructList<R, V> {
        OfAnyType(Allocator allocator, StructType<R, V> type, long capacity) {
            super(allocator, type, capacity);
        }

        @Override
        protected V viewAt(Memory memory, long byteOffset) {
            return structType().at(memory, byteOffset);
        }
    }
}
