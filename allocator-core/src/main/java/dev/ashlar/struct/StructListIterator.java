package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The views of a list from its first to its last, as long as it does not change. */
final class StructListIterator<V extends StructView<?>> implements Iterator<V> {
    private final StructList<?, V> list;
    private final Memory memory;
    private final int changes;
    private final long byteSize;
    private final long end;
    private long next;

    StructListIterator(StructList<?, V> list) {
        this.list = list;
        this.memory = list.memory();
        this.changes = list.changes();
        this.byteSize = list.structType().byteSize();
        this.end = list.size() * byteSize;
    }

    @Override
    public boolean hasNext() {
        return next < end;
    }

    @Override
    public V next() {
        list.requireUnchanged(changes);
        if (next >= end) {
            throw new NoSuchElementException("no more elements: size=" + list.size());
        }
        V view = list.viewAt(memory, next);
        next += byteSize;
        return view;
    }
}
