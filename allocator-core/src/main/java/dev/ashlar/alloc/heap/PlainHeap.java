package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/**
 * A heap in plain addresses, as an allocator over it uses it. It knows nothing of handles and throws nothing for a wrong
 * address: it answers -1, 0 or false, and its caller explains. Sizes and alignments are checked by the caller.
 *
 * <p>Where an error has cut a change off, what would change the heap throws {@link IllegalStateException}.
 */
public interface PlainHeap {
    /** Stands for whatever length a block has. */
    long ANY_LENGTH = -1;

    /** Refuses to look at a heap, or to change it, where an error has cut a change off. */
    void requireSettled();

    /** The answer of {@link #freeSlot} where more than a slot is to be changed. */
    long NEEDS_CHANGE = -2;

    /** Allocates at the default alignment; returns an address, or 0 if there is no room. Not zeroed. */
    long allocate(long length);

    /** Allocates; returns an address, or 0 if there is no room. Not zeroed. */
    long allocate(long length, long alignment);

    /**
     * Frees the live block at exactly this address, if it has this length or {@link #ANY_LENGTH} is given. Returns the
     * length that it has, or -1 if there is none.
     */
    long free(long address, long length);

    /**
     * As {@link #free(long, long)}, for a handle that is to be put right after a recovery if an error cuts this off, see {@link
     * #subject}.
     */
    default long free(long address, long length, @Nullable Object handle) {
        return free(address, length);
    }

    /**
     * The handle whose free, resize or move was cut off by an error, if any was; only a heap that threads share notes it, since
     * there nobody else knows whose change it was.
     */
    default @Nullable Object subject() {
        return null;
    }

    /**
     * As {@link #free(long, long)}, if that takes no more than a few stores, after which nothing can fail; else returns {@link
     * #NEEDS_CHANGE}, with nothing changed.
     */
    long freeSlot(long address, long length);

    /** The length of the live block at exactly this address, or -1 if there is none. */
    long lengthAt(long address);

    /**
     * Returns whether a live block can have another length where it lies; the memory has grown for it then, if need be, and the
     * block is as before. So a handle can be made before {@link #resize}, which may still answer {@code false} where
     * threads share the heap.
     */
    boolean makeRoom(long address, long newLength, long alignment);

    /** Returns whether an address lies in a run, where a block has its slot for itself, whatever its length. */
    boolean isInSlot(long address);

    /** As {@link #resize(long, long, long, long)}, for a handle as {@link #free(long, long, Object)} has it. */
    default boolean resize(long address, long length, long newLength, long alignment, @Nullable Object handle) {
        return resize(address, length, newLength, alignment);
    }

    /** As {@link #move(long, long, long, long)}, for a handle as {@link #free(long, long, Object)} has it. */
    default boolean move(long address, long length, long newAddress, long newLength, @Nullable Object handle) {
        return move(address, length, newAddress, newLength);
    }

    /** Returns whether the live block at an address had one length and has the other now, where it lies. */
    boolean resize(long address, long length, long newLength, long alignment);

    /**
     * As {@link #resize(long, long, long, long)}, to less, where that leaves more unused than is good: for when there is no
     * room to move the block to.
     */
    boolean shorten(long address, long length, long newLength, long alignment);

    /**
     * Moves a live block to one that was allocated for it: copies what both have room for, and frees the old one. Returns
     * {@code false}, with both as they were, if no live block of that length is there any more, which can be where threads
     * share the heap.
     */
    boolean move(long address, long length, long newAddress, long newLength);

    /** Zeroes a payload of any size. */
    void zero(long address, long byteSize);

    /** The largest length that can be had without growing the memory and without what the small tier keeps back. */
    long largestFree();

    /**
     * Gives a live block another length, in place if that is possible, else by moving it. The old block is not given up
     * before the new one exists. To less, with an alignment that the block has already, it always succeeds.
     *
     * @return where the block lies now; 0, with nothing changed, if there is no room; -1, with nothing changed, if no
     *     live block of that length is there any more, which can be where threads share the heap
     */
    default long reallocate(long address, long length, long newLength, long alignment) {
        if (resize(address, length, newLength, alignment)) {
            return address;
        }
        long moved = allocate(newLength, alignment);
        if (moved == 0) {
            return shorten(address, length, newLength, alignment) ? address : 0;
        }
        boolean isMoved = false;
        try {
            isMoved = move(address, length, moved, newLength);
        } finally {
            if (!isMoved) {
                giveBack(moved);
            }
        }
        return isMoved ? moved : -1;
    }

    /**
     * Frees a block that was allocated for an operation which failed. Where an error has left a change under way, that is
     * left to recovery, which knows of it.
     */
    default void giveBack(long address) {
        try {
            free(address, ANY_LENGTH);
        } catch (IllegalStateException unsettled) {
            // Whoever changes the heap next is told.
        }
    }
}
