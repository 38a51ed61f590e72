package dev.ashlar.alloc;

/**
 * What an allocator holds and has handed out, at one moment.
 *
 * @param usedByteSize bytes in live blocks, as they were asked for
 * @param committedByteSize bytes of memory that the allocator holds, its own bookkeeping and free space included
 * @param liveBlocks blocks handed out and not yet freed
 * @param peakUsedByteSize the most that {@code usedByteSize} has been
 * @param largestFreeByteSize bytes of the largest block that could be allocated now without growing the memory
 */
public record AllocatorStats(
        long usedByteSize, long committedByteSize, long liveBlocks, long peakUsedByteSize, long largestFreeByteSize) {}
