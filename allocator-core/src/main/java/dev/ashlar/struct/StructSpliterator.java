package dev.ashlar.struct;

import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A spliterator over the elements of a range of an array or of columns, which splits by halving the range. */
final class StructSpliterator<E> implements Spliterator<E> {
    private final StructSequence<E> elements;
    private final long end;
    private long next;

    StructSpliterator(StructSequence<E> elements, long start, long end) {
        this.elements = elements;
        this.next = start;
        this.end = end;
    }

    @Override
    public boolean tryAdvance(Consumer<? super E> action) {
        Objects.requireNonNull(action, "action");
        if (next >= end) {
            return false;
        }
        action.accept(elements.get(next++));
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super E> action) {
        Objects.requireNonNull(action, "action");
        long index = next;
        next = end;
        for (; index < end; index++) {
            action.accept(elements.get(index));
        }
    }

    @Override
    public @Nullable Spliterator<E> trySplit() {
        long middle = (next + end) >>> 1;
        if (middle == next) {
            return null;
        }
        Spliterator<E> prefix = new StructSpliterator<>(elements, next, middle);
        next = middle;
        return prefix;
    }

    @Override
    public long estimateSize() {
        return end - next;
    }

    /** {@inheritDoc} The size never changes, hence IMMUTABLE, which is about the structure and not the contents. */
    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED | NONNULL | IMMUTABLE;
    }
}
