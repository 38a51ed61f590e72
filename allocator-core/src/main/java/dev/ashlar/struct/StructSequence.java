package dev.ashlar.struct;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A fixed number of structs that are reached by their index: the common base of {@link StructArray} and {@link
 * StructColumns}. Indexes count from 0.
 *
 * <p>Only generated classes should implement this.
 *
 * @param <E> the type of the elements: views or rows
 */
public interface StructSequence<E> extends Iterable<E> {
    /** The number of elements. */
    long size();

    /**
     * Returns one element. Copies nothing: writing through the element changes the memory. Takes constant time.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    E get(long index);

    /** As {@link #get(long)}. */
    default E get(int index) {
        return get((long) index);
    }

    /** All elements, in order. */
    @Override
    Iterator<E> iterator();

    /** Returns a spliterator over all elements, in order; knows its exact size and splits into halves. */
    @Override
    default Spliterator<E> spliterator() {
        return new StructSpliterator<>(this, 0, size());
    }

    /** All elements, in order. */
    default Stream<E> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
