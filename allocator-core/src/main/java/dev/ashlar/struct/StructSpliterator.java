package dev.ashlar.struct;

import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The views of a range of an array, split by halving the range. */
final class StructSpliterator<V extends StructView<?>> implements Spliterator<V> {
    private final StructArray<?, V> array;
    private final long end;
    private long next;

    StructSpliterator(StructArray<?, V> array, long start, long end) {
        this.array = array;
        this.next = start;
        this.end = end;
    }

    @Override
    public boolean tryAdvance(Consumer<? super V> action) {
        Objects.requireNonNull(action, "action");
        if (next >= end) {
            return false;
        }
        action.accept(array.get(next++));
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super V> action) {
        Objects.requireNonNull(action, "action");
        long index = next;
        next = end;
        for (; index < end; index++) {
            action.accept(array.get(index));
        }
    }

    @Override
    public @Nullable Spliterator<V> trySplit() {
        long middle = (next + end) >>> 1;
        if (middle == next) {
            return null;
        }
        Spliterator<V> prefix = new StructSpliterator<>(array, next, middle);
        next = middle;
        return prefix;
    }

    @Override
    public long estimateSize() {
        return end - next;
    }

    /** An array never changes its size, hence IMMUTABLE, which speaks of the structure and not of the contents. */
    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED | NONNULL | IMMUTABLE;
    }
}
