package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/**
 * A heap in plain addresses, as an allocator uses it. It knows nothing about handles, and throws nothing for a wrong
 * address: it returns -1, 0 or false, and its caller explains. The caller has checked sizes and alignments.
 *
 * <p>Once an error has cut off a change, every method that would change the heap throws {@link IllegalStateException}.
 */
public interface PlainHeap {
    /** The length argument that matches any length of a block. */
    long ANY_LENGTH = -1;

    /** Throws if an error has cut off a change, so that the heap can be neither read nor changed. */
    void requireSettled();

    /** The result of {@link #freeSlot} if more than a slot has to be changed. */
    long NEEDS_CHANGE = -2;

    /** Allocates at the default alignment; returns an address, or 0 if there is no room. Not zeroed. */
    long allocate(long length);

    /** Allocates with an alignment; returns an address, or 0 if there is no room. Not zeroed. */
    long allocate(long length, long alignment);

    /**
     * Frees the live block at exactly this address, if it has this length or {@link #ANY_LENGTH} is given. Returns the
     * length that it has, or -1 if there is none.
     */
    long free(long address, long length);

    /**
     * As {@link #free(long, long)}, for a handle that recovery has to reconcile if an error cuts this off, see {@link
     * #subject}.
     */
    default long free(long address, long length, @Nullable Object handle) {
        return free(address, length);
    }

    /**
     * The handle whose free, resize or move an error has cut off, if any; noted only by a heap that threads share,
     * where nobody else knows whose change it was.
     */
    default @Nullable Object subject() {
        return null;
    }

    /**
     * As {@link #free(long, long)}, if that takes only a few stores, which cannot fail; otherwise returns {@link
     * #NEEDS_CHANGE}, with nothing changed.
     */
    long freeSlot(long address, long length);

    /** The length of the live block at exactly this address, or -1 if there is none. */
    long lengthAt(long address);

    /**
     * Makes room for a live block to have another length where it lies, growing the memory if necessary, and returns
     * whether that was possible. The block does not change. So a handle can be made before {@link #resize}, which may
     * still return {@code false} if threads share the heap.
     */
    boolean makeRoom(long address, long newLength, long alignment);

    /** Returns whether an address lies in a run, where a block has a whole slot, whatever its length. */
    boolean isInSlot(long address);

    /** As {@link #resize(long, long, long, long)}, for a handle, see {@link #free(long, long, Object)}. */
    default boolean resize(long address, long length, long newLength, long alignment, @Nullable Object handle) {
        return resize(address, length, newLength, alignment);
    }

    /** As {@link #move(long, long, long, long)}, for a handle, see {@link #free(long, long, Object)}. */
    default boolean move(long address, long length, long newAddress, long newLength, @Nullable Object handle) {
        return move(address, length, newAddress, newLength);
    }

    /**
     * Gives the live block at an address another length where it lies, if it has {@code length}; returns whether that
     * was done.
     */
    boolean resize(long address, long length, long newLength, long alignment);

    /**
     * As {@link #resize(long, long, long, long)}, to a shorter length, even if that leaves much of the block unused:
     * for when there is no room to move it to.
     */
    boolean shorten(long address, long length, long newLength, long alignment);

    /**
     * Moves a live block to one that was allocated for it: copies the bytes that fit in both, and frees the old one.
     * Returns {@code false}, with both unchanged, if no live block of that length is there any more, which can happen
     * if threads share the heap.
     */
    boolean move(long address, long length, long newAddress, long newLength);

    /** Zeroes a payload of any size. */
    void zero(long address, long byteSize);

    /**
     * The largest length that can be allocated without growing the memory and without the spare runs of the small tier.
     */
    long largestFree();

    /**
     * Gives a live block another length, in place if possible, otherwise by moving it. The old block is not freed
     * before the new one exists. Shortening always succeeds if the block already has the alignment.
     *
     * @return the address of the block now; 0, with nothing changed, if there is no room; -1, with nothing changed, if
     *     no live block of that length is there any more, which can happen if threads share the heap
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
     * Frees a block that was allocated for an operation that failed. If an error has left a change under way, recovery,
     * which knows about the block, will free it.
     */
    default void giveBack(long address) {
        try {
            free(address, ANY_LENGTH);
        } catch (IllegalStateException unsettled) {
            // The next change of the heap will report it.
        }
    }
}
