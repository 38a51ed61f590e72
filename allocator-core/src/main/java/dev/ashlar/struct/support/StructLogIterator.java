package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * An iterator over the views of a log. For generated code, where each struct with a tail has its own subclass, see
 * {@link StructIterator}.
 *
 * @param <V> the view of a struct
 */
public abstract class StructLogIterator<V> implements Iterator<V> {
    private final Memory memory;
    private final long end;
    private long next;

    /**
     * Makes an iterator that starts at the start of {@code memory}.
     *
     * @param end the number of bytes that hold structs
     */
    protected StructLogIterator(Memory memory, long end) {
        this.memory = Objects.requireNonNull(memory, "memory");
        this.end = end;
    }

    /** Returns the same as {@code type().at(memory, byteOffset)}. */
    protected abstract V view(Memory memory, long byteOffset);

    /** Returns the same as {@code type().byteSizeAt(memory, byteOffset)}. */
    protected abstract long byteSize(Memory memory, long byteOffset);

    /** The name of the struct, for messages. */
    protected abstract String struct();

    @Override
    public final boolean hasNext() {
        return next < end;
    }

    @Override
    public final V next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more structs: struct=" + struct() + " logByteSize=" + end);
        }
        long structByteSize = byteSize(memory, next);
        if (structByteSize > end - next) {
            throw StructTail.beyondEnd(struct(), next, structByteSize, end);
        }
        long after = next + structByteSize;
        V view = view(memory, next);
        next = after;
        return view;
    }
}
