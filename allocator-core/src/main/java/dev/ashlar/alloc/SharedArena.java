package dev.ashlar.alloc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * An arena over the blocks of an allocator that several threads use, one at a time. They wait for a monitor, which
 * releases the carrier of a virtual thread, interrupted or not, and which no error leaves locked.
 */
final class SharedArena implements Arena {
    private final Arena blocks;

    SharedArena(Allocator allocator) {
        this.blocks = new BlockArena(allocator);
    }

    @Override
    public synchronized MemorySegment allocate(long byteSize, long byteAlignment) {
        return blocks.allocate(byteSize, byteAlignment);
    }

    @Override
    public synchronized MemorySegment.Scope scope() {
        return blocks.scope();
    }

    @Override
    public synchronized void close() {
        blocks.close();
    }
}
