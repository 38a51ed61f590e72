package dev.ashlar.struct.support;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * An iterator over the elements of an array or of columns. For generated code.
 *
 * <p>Each array and each columns class has its own subclass: the JIT removes the element that a loop receives if it
 * knows the class that makes it. With one iterator class for all, it would know that only in a program with arrays of
 * one or two structs.
 *
 * @param <E> the type of the elements: views or rows
 */
public abstract class StructIterator<E> implements Iterator<E> {
    private final long size;
    private long next;

    /** Makes an iterator over the indexes from 0 to below {@code size}. */
    protected StructIterator(long size) {
        this.size = size;
    }

    /** Returns the same as {@code get(index)} of the array or columns. */
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
            // It names the struct, which this class does not know.
            throw new NoSuchElementException(beyond.getMessage(), beyond);
        }
    }
}
