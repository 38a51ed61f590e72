package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/** A heap in the block format, as those see it that walk over it. */
public interface WalkedHeap {
    HeapExtent extent();

    BlockFormat format();

    /** The run that an address lies in, if any. */
    @Nullable
    SlotRun slotsAt(long address);
}
