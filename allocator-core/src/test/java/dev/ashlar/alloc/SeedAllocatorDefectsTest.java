package dev.ashlar.alloc;

import static dev.ashlar.alloc.HeapAssert.assertAllFree;
import static dev.ashlar.alloc.HeapAssert.assertWhole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.heap.BlockFormat;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the allocators that this one was modelled on got wrong, one test for each. */
class SeedAllocatorDefectsTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    private final LinearMemory memory = LinearMemory.create(1, 16);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @AfterEach
    void close() {
        memory.close();
    }

    /** First fit walks the free list; here the lists' links, from the second block on, lead nowhere and nobody notices. */
    @Test
    void allocate_whenManyBlocksAreFree_looksAtAFixedNumberOfThem() {
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            blocks.add(allocator.allocateAddress(1_000));
            allocator.allocateAddress(600);
        }
        for (int i = 0; i < blocks.size(); i += 1) {
            allocator.freeAddress(blocks.get(i));
        }
        for (int i = 0; i < blocks.size() - 2; i++) {
            memory.storeI64(blocks.get(i), -1);
        }
        allocator.allocateAddress(1_008);
        allocator.allocateAddress(2_000);
        allocator.allocateAddress(30_000);
    }

    @Test
    void allocate_whenAlignmentIsAskedFor_obeysIt() {
        for (long alignment = 1; alignment <= 2 * PAGE; alignment *= 2) {
            assertThat(allocator.allocate(3, alignment).offset() % alignment).isZero();
        }
        assertWhole(allocator);
    }

    @Test
    void allocate_whenHeapStartsAtZero_neverHandsOutAddressZero() {
        long lowest = Long.MAX_VALUE;
        for (Memory block = allocator.tryAllocate(1); block != null; block = allocator.tryAllocate(1)) {
            lowest = Math.min(lowest, block.offset());
        }
        assertThat(lowest).isPositive();
    }

    @Test
    void allocate_whenThePagesAreFilledExactly_growsNoPageMore() {
        long preambleAndEnd = BlockFormat.PREAMBLE_BYTE_SIZE + BlockFormat.HEADER_BYTE_SIZE;
        allocator.allocate(3 * PAGE - preambleAndEnd - BlockFormat.HEADER_BYTE_SIZE);
        assertThat(memory.pages()).isEqualTo(3);
        allocator.allocate(2 * PAGE - BlockFormat.HEADER_BYTE_SIZE);
        assertThat(memory.pages()).isEqualTo(5);
        assertThat(allocator.stats().largestFreeByteSize()).isZero();
        assertWhole(allocator);
    }

    @Test
    void allocate_whenTheWildernessIsFree_growsOnlyByWhatItLacks() {
        allocator.allocate(600);
        Memory block = allocator.allocate(PAGE + 30_000);
        assertThat(memory.pages()).isEqualTo(2);
        assertThat(block.offset()).isLessThan(PAGE);
        assertWhole(allocator);
    }

    @Test
    void make_whenTheBlockIsFree_isRefused() {
        Memory block = allocator.allocate(1_000);
        allocator.allocate(1_000);
        block.free();
        assertThatThrownBy(() -> allocator.make(block.offset(), 1_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("address=" + block.offset());
    }

    @Test
    void reallocate_whenAlignmentIsAskedFor_obeysIt() {
        Memory block = allocator.allocate(1_000);
        block.fill(0x44);
        Memory aligned = block.reallocate(1_000, 8_192);
        assertThat(aligned.offset() % 8_192).isZero();
        assertThat(aligned.loadBytes()).containsOnly(0x44);
        assertWhole(allocator);
    }

    @Test
    void reallocate_whenTheSizeIsUnchanged_doesNotMove() {
        for (long byteSize : new long[] {1, 24, 100, 512, 1_000, 100_000}) {
            allocator.allocate(600).free();
            Memory block = allocator.allocate(byteSize);
            allocator.allocate(600);
            assertThat(block.reallocate(byteSize).offset()).isEqualTo(block.offset());
        }
    }

    @Test
    void reallocate_whenOutOfMemory_keepsTheOldBlockAndItsHandle() {
        Memory block = allocator.allocate(1_000);
        allocator.allocate(1_000);
        block.fill(0x66);
        assertThatThrownBy(() -> block.reallocate(17 * PAGE)).isInstanceOf(OutOfLinearMemoryException.class);
        assertThat(block.loadBytes()).containsOnly(0x66);
        assertThat(allocator.stats().liveBlocks()).isEqualTo(2);
        assertWhole(allocator);
        block.free();
    }

    @Test
    void reallocate_whenGrown_copiesTheOldLengthAndNoMore() {
        Memory block = allocator.allocate(1_000);
        Memory after = allocator.allocate(1_000);
        block.fill(0x77);
        after.fill(0x7F);
        Memory grown = block.reallocate(1_900);
        assertThat(grown.loadBytes(0, 1_000)).containsOnly(0x77);
        assertThat(grown.loadBytes(1_000, 900)).containsOnly(0);
    }

    @Test
    void store_whenOffsetNearsOverflow_isRefused() {
        Memory block = allocator.allocate(16);
        for (long offset : new long[] {9, 16, Long.MAX_VALUE, Long.MAX_VALUE - 7, -1, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> block.storeI64(offset, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertWhole(allocator);
    }

    @Test
    void storeBytes_whenTheyDoNotFit_storesNone() {
        Memory block = allocator.allocate(4);
        assertThatThrownBy(() -> block.storeBytes(new byte[] {1, 2, 3, 4, 5}))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(block.loadBytes()).containsOnly(0);
    }

    @Test
    void storeI64_whenStored_keepsItsLowByte() {
        Memory block = allocator.allocate(8);
        block.storeI64(0, 0x0102_0304_0506_0708L);
        assertThat(block.loadI64(0)).isEqualTo(0x0102_0304_0506_0708L);
        assertThat(block.loadI8(0)).isEqualTo(8);
    }

    /** The chapter's list heap gave every block the same address, lost the rest of its list on free, and never counted. */
    @Test
    void linkedListHeap_whenUsed_givesDistinctBlocksAndLosesNone() {
        Set<Long> addresses = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            addresses.add(allocator.allocateAddress(24));
        }
        assertThat(addresses).hasSize(100);
        assertThat(allocator.stats().liveBlocks()).isEqualTo(100);
        assertThat(allocator.stats().usedByteSize()).isEqualTo(2_400);
        addresses.forEach(allocator::freeAddress);
        assertAllFree(allocator);
    }

    /** The chapter's bump allocator served -1 and 0xFFFFFFF0 bytes, and the two overlapped. */
    @Test
    void allocate_whenTheSizeWouldWrap_isRefused() {
        assertThatThrownBy(() -> allocator.allocate(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(allocator.tryAllocate(0xFFFF_FFF0L)).isNull();
        assertThat(allocator.tryAllocate(Long.MAX_VALUE)).isNull();
        assertAllFree(allocator);
    }

    /** The chapter's pools never finished initialising and gave every block address 0. */
    @Test
    void poolOf16And32And64_whenUsed_givesDistinctCellsThatAreNotZero() {
        try (LinearMemory pools = LinearMemory.create(1)) {
            long base = 0;
            for (long cellByteSize : new long[] {16, 32, 64}) {
                PoolAllocator pool = PoolAllocator.over(pools, base, 1_024, cellByteSize);
                Set<Long> addresses = new HashSet<>();
                for (Memory cell = pool.tryAllocate(1); cell != null; cell = pool.tryAllocate(1)) {
                    addresses.add(cell.offset());
                }
                assertThat(addresses).hasSize((int) pool.cellCount()).doesNotContain(0L);
                assertThat(pool.stats().liveBlocks()).isEqualTo(pool.cellCount());
                addresses.forEach(pool::freeAddress);
                assertThat(pool.stats().liveBlocks()).isZero();
                base += 1_024;
            }
        }
    }
}
