package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.heap.BlockFormat;

/** What tests say about a whole heap. */
public final class HeapAssert {
    private HeapAssert() {}

    public static void assertWhole(LinkedListAllocator allocator) {
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    /** Nothing is in use, and one allocation can have all of the heap. */
    public static void assertAllFree(LinkedListAllocator allocator) {
        assertWhole(allocator);
        AllocatorStats stats = allocator.stats();
        assertThat(stats.usedByteSize()).isZero();
        assertThat(stats.liveBlocks()).isZero();
        long overhead = BlockFormat.PREAMBLE_BYTE_SIZE + 2 * BlockFormat.HEADER_BYTE_SIZE;
        long address = allocator.allocateAddress(stats.committedByteSize() - overhead);
        assertThat(allocator.committedByteSize()).isEqualTo(stats.committedByteSize());
        allocator.freeAddress(address);
    }
}
