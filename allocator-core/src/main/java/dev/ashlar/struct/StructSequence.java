package dev.ashlar.struct;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A fixed number of places that are reached by their index: what {@link StructArray} and {@link StructColumns} have in
 * common. Indexes count from 0.
 *
 * <p>Only generated classes are meant to implement this.
 *
 * @param <E> what one place is reached through, a view or a row
 */
public interface StructSequence<E> extends Iterable<E> {
    /** The number of elements. */
    long size();

    /**
     * One element. It copies nothing: what is written through it is in the memory. Takes constant time.
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

    /** All elements, in order; knows its exact size and splits in halves. */
    @Override
    default Spliterator<E> spliterator() {
        return new StructSpliterator<>(this, 0, size());
    }

    /** All elements, in order. */
    default Stream<E> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
