package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/** A heap in the block format, as seen by a walk over it. */
public interface WalkedHeap {
    HeapExtent extent();

    BlockFormat format();

    /** The run in which an address lies, if any. */
    @Nullable
    SlotRun slotsAt(long address);
}
