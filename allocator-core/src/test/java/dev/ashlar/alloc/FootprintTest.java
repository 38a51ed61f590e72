package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.LinearMemory;
import org.junit.jupiter.api.Test;

/** What heaps hold on the Java heap: in proportion to their blocks, and not to addresses. */
class FootprintTest {
    @Test
    void over_whenTheHeapIsEmpty_holdsAtMost4KiB() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            assertThat(Footprint.bytesOf(LinkedListAllocator.over(memory))).isLessThanOrEqualTo(4_096);
        }
    }

    @Test
    void allocate_whenBlocksAreSmall_holdsLessThanAnEighthOfTheirBytes() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            for (int i = 0; i < 100_000; i++) {
                allocator.allocateAddress(40);
            }
            assertThat(Footprint.bytesOf(allocator)).isLessThan(100_000 * 40 / 8);
        }
    }
}
