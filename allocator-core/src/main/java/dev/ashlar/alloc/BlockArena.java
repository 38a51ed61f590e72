package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An arena over the blocks of an allocator, see {@link Allocator#openArena()}. */
final class BlockArena implements Arena {
    private final Allocator allocator;
    private final List<Memory> blocks = new ArrayList<>();
    private @Nullable Arena lifetime;
    private boolean closed;

    BlockArena(Allocator allocator) {
        this.allocator = allocator;
    }

    /** Refuses what {@code java.lang.foreign} refuses, and alignments that a block cannot have in the process. */
    static void checkRequest(LinearMemory memory, long byteSize, long byteAlignment) {
        if (byteSize < 0) {
            throw new IllegalArgumentException("size of a segment is negative: byteSize=" + byteSize);
        }
        if (Alignment.requireValid(byteAlignment) > memory.baseAlignment()) {
            throw new IllegalArgumentException("alignment beyond that of the memory: byteAlignment=" + byteAlignment
                    + " baseAlignment=" + memory.baseAlignment());
        }
    }

    static MemorySegment empty(LinearMemory memory) {
        return memory.segment().asSlice(0, 0);
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        requireOpen();
        checkRequest(allocator.memory(), byteSize, byteAlignment);
        if (byteSize == 0) {
            return empty(allocator.memory());
        }
        Memory block = allocator.allocate(byteSize, byteAlignment);
        blocks.add(block);
        return block.segment();
    }

    /** A scope that is alive until this arena is closed; made when it is first asked for. */
    @Override
    public MemorySegment.Scope scope() {
        if (lifetime == null) {
            lifetime = Arena.ofShared();
            if (closed) {
                lifetime.close();
            }
        }
        return lifetime.scope();
    }

    /** Frees the blocks, the last one first; those whose memory is closed already, or that were freed, are let go. */
    @Override
    public void close() {
        requireOpen();
        closed = true;
        if (lifetime != null) {
            lifetime.close();
        }
        for (Memory block : blocks.reversed()) {
            block.close();
        }
        blocks.clear();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("arena is closed already");
        }
    }
}
