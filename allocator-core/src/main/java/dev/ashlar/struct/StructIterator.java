package dev.ashlar.struct;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The views of an array from its first to its last. */
final class StructIterator<V extends StructView<?>> implements Iterator<V> {
    private final StructArray<?, V> array;
    private final long size;
    private long next;

    StructIterator(StructArray<?, V> array) {
        this.array = array;
        this.size = array.size();
    }

    @Override
    public boolean hasNext() {
        return next < size;
    }

    @Override
    public V next() {
        try {
            V view = array.get(next);
            next++;
            return view;
        } catch (IndexOutOfBoundsException beyond) {
            throw new NoSuchElementException("no more elements: size=" + size);
        }
    }
}
