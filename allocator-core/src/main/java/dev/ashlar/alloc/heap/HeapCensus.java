package dev.ashlar.alloc.heap;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of the live blocks by size and of the free ones, by one walk over the blocks: O(runs + blocks of the large
 * tier).
 */
public final class HeapCensus {
    private final SortedMap<Long, Long> liveByByteSize = new TreeMap<>();
    private long live;
    private long freeByteSize;
    private long largestFree;

    /**
     * Counts a heap.
     *
     * @throws IllegalStateException if the memory is closed, or the bookkeeping is damaged
     */
    public HeapCensus(WalkedHeap heap) {
        HeapWalk.forEach(heap, (block, word) -> {
            SlotRun run = BlockFormat.isRun(word) ? heap.slotsAt(BlockFormat.payloadOf(block)) : null;
            if (run != null) {
                addLive(run.slotByteSize, run.liveSlots());
            } else if (BlockFormat.isLive(word)) {
                addLive(BlockFormat.sizeOf(word), 1);
            } else {
                freeByteSize += BlockFormat.sizeOf(word);
                largestFree = Math.max(largestFree, BlockFormat.sizeOf(word));
            }
        });
    }

    public SortedMap<Long, Long> liveByByteSize() {
        return liveByByteSize;
    }

    public long live() {
        return live;
    }

    public long largestFree() {
        return Math.max(0, largestFree - BlockFormat.HEADER_BYTE_SIZE);
    }

    public double fragmentation() {
        return freeByteSize == 0 ? 0 : 1 - (double) largestFree / freeByteSize;
    }

    private void addLive(long byteSize, long count) {
        if (count != 0) {
            live += count;
            liveByByteSize.merge(byteSize, count, Long::sum);
        }
    }
}
