package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A spliterator over the views of a range of a list, which splits by halving the range. It reads the size and the state
 * of the list when it is first used, other than for its characteristics.
 */
final class StructListSpliterator<V extends StructView<?>> implements Spliterator<V> {
    private static final long NOT_BOUND = -1;

    private final StructList<?, V> list;
    private long next;
    private long end;
    private int changes;
    private Memory memory;

    StructListSpliterator(StructList<?, V> list) {
        this(list, list.memory(), 0, NOT_BOUND, 0);
    }

    private StructListSpliterator(StructList<?, V> list, Memory memory, long next, long end, int changes) {
        this.list = list;
        this.memory = memory;
        this.next = next;
        this.end = end;
        this.changes = changes;
    }

    @Override
    public boolean tryAdvance(Consumer<? super V> action) {
        Objects.requireNonNull(action, "action");
        bind();
        if (next >= end) {
            return false;
        }
        list.requireUnchanged(changes);
        action.accept(list.viewAt(memory, next++));
        list.requireUnchanged(changes);
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super V> action) {
        Objects.requireNonNull(action, "action");
        bind();
        long index = next;
        next = end;
        list.requireUnchanged(changes);
        for (; index < end; index++) {
            action.accept(list.viewAt(memory, index));
            list.requireUnchanged(changes);
        }
    }

    @Override
    public @Nullable Spliterator<V> trySplit() {
        bind();
        long middle = (next + end) >>> 1;
        if (middle == next) {
            return null;
        }
        Spliterator<V> prefix = new StructListSpliterator<>(list, memory, next, middle, changes);
        next = middle;
        return prefix;
    }

    @Override
    public long estimateSize() {
        bind();
        return end - next;
    }

    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED | NONNULL;
    }

    private void bind() {
        if (end == NOT_BOUND) {
            end = list.size();
            memory = list.memory();
            changes = list.changes();
        }
    }
}
