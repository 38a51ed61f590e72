package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An arena over the blocks of an allocator, see {@link Allocator#openArena()}.
 *
 * <p>A block is entered here as soon as it is allocated, so that closing frees it whatever fails afterwards.
 */
final class BlockArena implements Arena {
    private final Allocator allocator;
    private @Nullable Memory[] blocks = new Memory[8];
    private int count;
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
        if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * count);
        }
        @Nullable Memory[] table = blocks;
        Memory block = allocator.allocate(byteSize, byteAlignment);
        // No call before it is entered.
        table[count] = block;
        count++;
        return block.segment();
    }

    /** A scope that is alive until this arena is closed; made when first requested. */
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

    /**
     * Frees the blocks, the last one first; blocks that are already freed or closed are skipped. If one cannot be
     * freed, the others still are; that one stays, and closing again tries it once more.
     */
    @Override
    public void close() {
        if (count == 0) {
            requireOpen();
        }
        closed = true;
        if (lifetime != null && lifetime.scope().isAlive()) {
            lifetime.close();
        }
        Throwable failure = null;
        for (int i = count - 1; i >= 0; i--) {
            try {
                free(i);
            } catch (RuntimeException | Error refused) {
                failure = first(failure, refused);
            }
        }
        throwIfAny(failure);
        count = 0;
    }

    private void free(int index) {
        Memory block = blocks[index];
        if (block != null) {
            block.close();
            blocks[index] = null;
        }
    }

    private static Throwable first(@Nullable Throwable failure, Throwable next) {
        if (failure == null) {
            return next;
        }
        if (!failure.equals(next)) {
            failure.addSuppressed(next);
        }
        return failure;
    }

    private static void throwIfAny(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("arena is closed already");
        }
    }
}
