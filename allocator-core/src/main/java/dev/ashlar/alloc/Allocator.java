package dev.ashlar.alloc;

import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Hands out blocks of memory and takes them back.
 *
 * <p>Blocks come as {@link Memory} handles, zeroed. {@code Memory.free()} gives a block back to the allocator it came
 * from. Address 0 is never handed out, so that 0 can stand for "no reference" inside structs.
 */
public interface Allocator {
    /** The alignment of a block that was asked for without one, in bytes. */
    long DEFAULT_BYTE_ALIGNMENT = 16;

    /**
     * Allocates a zeroed block aligned to {@link #DEFAULT_BYTE_ALIGNMENT}.
     *
     * @param byteSize bytes, positive
     * @throws IllegalArgumentException if {@code byteSize} is not positive
     * @throws OutOfLinearMemoryException if there is no room and the memory cannot grow enough
     * @throws IllegalStateException if the memory is closed
     */
    default Memory allocate(long byteSize) {
        return allocate(byteSize, DEFAULT_BYTE_ALIGNMENT);
    }

    /**
     * Allocates a zeroed block.
     *
     * @param byteSize bytes, positive
     * @param byteAlignment a positive power of two; the block's address is a multiple of it
     * @throws IllegalArgumentException if {@code byteSize} is not positive or {@code byteAlignment} is no positive
     *     power of two
     * @throws OutOfLinearMemoryException if there is no room and the memory cannot grow enough
     * @throws IllegalStateException if the memory is closed
     */
    Memory allocate(long byteSize, long byteAlignment);

    /** As {@link #allocate(long)}, but returns {@code null} where that throws {@link OutOfLinearMemoryException}. */
    default @Nullable Memory tryAllocate(long byteSize) {
        return tryAllocate(byteSize, DEFAULT_BYTE_ALIGNMENT);
    }

    /**
     * As {@link #allocate(long, long)}, but returns {@code null} where that throws
     * {@link OutOfLinearMemoryException}.
     */
    @Nullable
    Memory tryAllocate(long byteSize, long byteAlignment);

    /** What this allocator holds and has handed out, now. */
    AllocatorStats stats();
}
