package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The views of a list from its first to its last, as long as it does not change. */
final class StructListIterator<V extends StructView<?>> implements Iterator<V> {
    private final StructList<?, V> list;
    private final Memory memory;
    private final int changes;
    private final long size;
    private long next;

    StructListIterator(StructList<?, V> list) {
        this.list = list;
        this.memory = list.memory();
        this.changes = list.changes();
        this.size = list.size();
    }

    @Override
    public boolean hasNext() {
        return next < size;
    }

    @Override
    public V next() {
        list.requireUnchanged(changes);
        if (next >= size) {
            throw new NoSuchElementException("no more elements: size=" + size);
        }
        return list.viewAt(memory, next++);
    }
}
