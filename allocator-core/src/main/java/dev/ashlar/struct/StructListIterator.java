package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The views of a list from its first to its last, as long as it does not change. For generated code, where each list has a
 * subclass of its own, as {@link StructIterator} has it.
 *
 * @param <V> the view of one element
 */
public abstract class StructListIterator<V extends StructView<?>> implements Iterator<V> {
    private final StructList<?, V> list;
    private final Memory memory;
    private final int changes;
    private final long size;
    private long next;

    /** Of the elements that {@code list} has now. */
    protected StructListIterator(StructList<?, V> list) {
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
