package dev.ashlar.alloc;

/**
 * A heap in plain addresses, as {@link HeapAllocator} uses it. It knows nothing of handles and throws nothing for a wrong
 * address: it answers -1 or 0, and its caller explains. Sizes and alignments are checked by the caller.
 */
interface PlainHeap {
    /** Stands for whatever length a block has. */
    long ANY_LENGTH = -1;

    /** Allocates at the default alignment; returns an address, or 0 if there is no room. Not zeroed. */
    long allocate(long length);

    /** Allocates; returns an address, or 0 if there is no room. Not zeroed. */
    long allocate(long length, long alignment);

    /**
     * Frees the live block at exactly this address, if it has this length or {@link #ANY_LENGTH} is given. Returns the
     * length that it has, or -1 if there is none.
     */
    long free(long address, long length);

    /** The length of the live block at exactly this address, or -1 if there is none. */
    long lengthAt(long address);

    /**
     * Gives a live block another length, in place if that is possible, else by moving it. The old block is not given up
     * before the new one exists. A slot can stay in place as long as its state byte can tell the slack.
     *
     * @return where the block lies now; 0, with nothing changed, if there is no room; -1, with nothing changed, if no
     *     live block of that length is there any more, which can be where threads share the heap
     */
    long reallocate(long address, long length, long newLength, long alignment);

    /** The largest length that can be had without growing the memory and without what the small tier keeps back. */
    long largestFree();
}
