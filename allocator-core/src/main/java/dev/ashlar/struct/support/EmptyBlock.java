package dev.ashlar.struct.support;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Owner;

/**
 * The block of an array, columns or list of capacity 0: a handle of no bytes, for which nothing is taken from the
 * allocator.
 *
 * <p>The handle ends like others, by a free or with its memory, and throws from then on. A free gives nothing back, so
 * it is possible with every allocator; a reallocation allocates.
 */
public final class EmptyBlock implements Owner {
    private final Allocator allocator;
    private final Claim claim;
    private final Memory memory;
    private boolean isHeld;

    private EmptyBlock(Allocator allocator, boolean isHeld) {
        this.allocator = allocator;
        this.claim = allocator.memory().claimNothing(this);
        this.memory = claim.handle(0, 0);
        this.isHeld = isHeld;
    }

    /** Makes a block that can be freed through its handle. */
    public static EmptyBlock of(Allocator allocator) {
        return new EmptyBlock(allocator, false);
    }

    /**
     * Makes a block that cannot be freed until {@link #letGo}, so that no array of a list's elements can end the list.
     */
    public static EmptyBlock held(Allocator allocator) {
        return new EmptyBlock(allocator, true);
    }

    /** The handle. */
    public Memory memory() {
        return memory;
    }

    /** Allows the handle to be freed. */
    public void letGo() {
        isHeld = false;
    }

    @Override
    public void free(Memory handle) {
        if (isHeld) {
            throw new IllegalStateException("free of the memory of a list; free the list");
        }
    }

    @Override
    public Memory reallocate(Memory handle, long newLength, long byteAlignment) {
        return allocator.allocate(newLength, byteAlignment);
    }

    /** {@inheritDoc} True for every allocator: of two threads that free the block one is refused. */
    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean freesSingleBlocks() {
        return !isHeld;
    }

    @Override
    public long defaultByteAlignment() {
        return Allocator.DEFAULT_BYTE_ALIGNMENT;
    }
}
