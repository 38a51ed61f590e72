package dev.ashlar.alloc;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of bytes and blocks that an allocator holds and has handed out, at one moment.
 *
 * <p>{@link LinkedListAllocator#stats()} and {@link SharedAllocator#stats()} walk the heap for the live blocks, the
 * largest free one and the fragmentation; every other allocator has all of it at hand. {@link
 * LinkedListAllocator#usedByteSize()} and {@link LinkedListAllocator#committedByteSize()} are O(1).
 *
 * @param usedByteSize bytes in live blocks, as requested
 * @param committedByteSize bytes of memory that the allocator holds, its own bookkeeping and free space included,
 *     whether they lie in RAM or not; for that see {@link dev.ashlar.memory.LinearMemory#residentByteSize()}
 * @param liveBlocks blocks handed out and not yet freed
 * @param peakUsedByteSize the most that {@code usedByteSize} has been
 * @param largestFreeByteSize bytes of the largest block that could be allocated now without growing the memory
 * @param fragmentation the fraction of the free space that lies outside the largest free block: 0 if it is one block,
 *     near 1 if it is many small ones; 0 for allocators whose free space is one block or equal cells
 * @param liveBlocksByByteSize live blocks by the bytes that each occupies, which is its size class in the small tier;
 *     empty for allocators without size classes. Unmodifiable
 */
public record AllocatorStats(
        long usedByteSize,
        long committedByteSize,
        long liveBlocks,
        long peakUsedByteSize,
        long largestFreeByteSize,
        double fragmentation,
        SortedMap<Long, Long> liveBlocksByByteSize) {

    /** Copies the map, so that the statistics are of one moment. */
    public AllocatorStats {
        liveBlocksByByteSize = Collections.unmodifiableSortedMap(new TreeMap<>(liveBlocksByByteSize));
    }

    /** Makes the statistics of an allocator without size classes and without fragmentation. */
    public AllocatorStats(
            long usedByteSize,
            long committedByteSize,
            long liveBlocks,
            long peakUsedByteSize,
            long largestFreeByteSize) {
        this(
                usedByteSize,
                committedByteSize,
                liveBlocks,
                peakUsedByteSize,
                largestFreeByteSize,
                0,
                Collections.emptySortedMap());
    }
}
