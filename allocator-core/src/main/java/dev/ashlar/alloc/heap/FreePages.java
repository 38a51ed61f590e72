package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.HeapDamagedException;

/**
 * Gives pages back to the operating system that lie wholly inside free blocks, or inside adjacent free slots of a run.
 * Bookkeeping is not affected: headers, links, footers and the states of slots stay.
 */
final class FreePages {
    private final Claim claim;
    private final long granule;

    FreePages(HeapExtent extent) {
        this.claim = extent.claim();
        // If the memory is closed, it throws.
        claim.memory().byteSize();
        this.granule = claim.discardGranule();
    }

    /** Returns whether the operating system takes pages of this memory back. */
    boolean canBeGivenBack() {
        return granule != 0;
    }

    /**
     * Gives the pages inside free blocks back and returns how many bytes they have. O(free blocks of a page or more).
     *
     * @throws HeapDamagedException if a stray store has damaged the bookkeeping of such a block; the pages before it
     *     have been given back
     */
    long giveBackBlocks(FreeSpace free) {
        long[] given = new long[1];
        free.forEachFrom(granule, (block, size) -> {
            long start = BlockFormat.unusedStart(block);
            given[0] += claim.discard(start, BlockFormat.unusedEnd(block, size) - start);
        });
        return given[0];
    }

    /** As {@link #giveBackBlocks}, for the free slots of a run, which nobody can take meanwhile. */
    long giveBackSlots(SlotRun run, long freeSlots) {
        long given = 0;
        long left = freeSlots;
        while (left != 0) {
            int first = Long.numberOfTrailingZeros(left);
            int count = Long.numberOfTrailingZeros(~(left >>> first));
            long byteSize = (long) count * run.slotByteSize();
            if (byteSize >= granule) {
                given += claim.discard(run.addressOf(first), byteSize);
            }
            left = first + count < Long.SIZE ? left & -1L << (first + count) : 0;
        }
        return given;
    }
}
