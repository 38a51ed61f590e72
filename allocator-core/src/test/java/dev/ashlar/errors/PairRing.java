package dev.ashlar.errors;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructRing;
import org.jspecify.annotations.Nullable;

/** What the processor would generate for {@link Pair} with {@code ring = true}, with a view instead of a cursor. */
final class PairRing extends StructRing<Pair, PairView> {
    private @Nullable PairView polled;

    PairRing(Allocator allocator, long capacity, boolean isShared) {
        super(allocator, PairView.TYPE, capacity, isShared);
    }

    PairRing(Memory memory) {
        super(memory, PairView.TYPE);
    }

    /** What the last {@link #pollView} found. */
    @Nullable
    PairView polled() {
        return polled;
    }

    void pollView() {
        long position = next();
        if (position < 0) {
            polled = null;
            return;
        }
        polled = new PairView(memory(), structOffset(position));
        hold(position);
    }

    /** Claims and publishes a struct in place. */
    void fill(Pair value) {
        long position = claim();
        if (position >= 0) {
            new PairView(memory(), structOffset(position)).write(value);
            publish(memory(), position);
        }
    }

    @Override
    protected void writeAt(Memory memory, long byteOffset, Pair value) {
        new PairView(memory, byteOffset).write(value);
    }

    @Override
    protected Pair readAt(Memory memory, long byteOffset) {
        return new PairView(memory, byteOffset).read();
    }
}
