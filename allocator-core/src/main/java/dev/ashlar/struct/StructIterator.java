package dev.ashlar.struct;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The elements of an array or of columns from the first to the last. */
final class StructIterator<E> implements Iterator<E> {
    private final StructSequence<E> elements;
    private final long size;
    private long next;

    StructIterator(StructSequence<E> elements) {
        this.elements = elements;
        this.size = elements.size();
    }

    @Override
    public boolean hasNext() {
        return next < size;
    }

    @Override
    public E next() {
        try {
            E element = elements.get(next);
            next++;
            return element;
        } catch (IndexOutOfBoundsException beyond) {
            throw new NoSuchElementException("no more elements: size=" + size);
        }
    }
}
