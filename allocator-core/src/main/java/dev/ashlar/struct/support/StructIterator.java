package dev.ashlar.struct.support;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The elements of an array or of columns, from the first to the last. For generated code.
 *
 * <p>Each array and each columns class has a subclass of its own: the JIT removes the element that a loop is given if it
 * knows which class makes it. One iterator for all would know that only in a program with arrays of one or two structs.
 *
 * @param <E> what one place is reached through, a view or a row
 */
public abstract class StructIterator<E> implements Iterator<E> {
    private final long size;
    private long next;

    /** From 0 to below {@code size}. */
    protected StructIterator(long size) {
        this.size = size;
    }

    /** What {@code get(index)} of the array or columns gives. */
    protected abstract E element(long index);

    @Override
    public final boolean hasNext() {
        return next < size;
    }

    @Override
    public final E next() {
        try {
            E element = element(next);
            next++;
            return element;
        } catch (IndexOutOfBoundsException beyond) {
            throw new NoSuchElementException("no more elements: size=" + size);
        }
    }
}
