package dev.ashlar.alloc;

import static dev.ashlar.alloc.HeapAssert.assertAllFree;
import static dev.ashlar.alloc.HeapAssert.assertWhole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedListAllocatorTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    private final LinearMemory memory = LinearMemory.create(1, 64);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @AfterEach
    void close() {
        memory.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 32, 33, 511, 512, 513, 4096, 65_535, 65_536, 300_001})
    void allocate_whenAnySize_givesZeroedAlignedBlockOfThatLength(long byteSize) {
        memory.fill(1024, 0xFF, PAGE - 2048);
        Memory block = LinkedListAllocator.create(LinearMemory.create(64), 17).allocate(byteSize);
        assertThat(block.length()).isEqualTo(byteSize);
        assertThat(block.offset() % 16).isZero();
        assertThat(block.loadBytes()).containsOnly(0);
    }

    @Test
    void allocate_whenBlockWasUsedBefore_isZeroed() {
        Memory used = allocator.allocate(1000);
        used.fill(0xAB);
        used.free();
        assertThat(allocator.allocate(900).loadBytes()).containsOnly(0);
    }

    @Test
    void allocate_whenMemoryHeldOtherBytes_isZeroed() {
        try (LinearMemory dirty = LinearMemory.create(1)) {
            dirty.fill(0, 0xFF, PAGE);
            assertThat(LinkedListAllocator.over(dirty).allocate(60_000).loadBytes())
                    .containsOnly(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 2",
        "5, 4",
        "24, 8",
        "1, 16",
        "16, 32",
        "100, 64",
        "8, 128",
        "33, 4096",
        "1, 65536",
        "70000, 131072"
    })
    void allocate_whenAligned_startsAtAMultiple(long byteSize, long byteAlignment) {
        allocator.allocate(40);
        Memory block = allocator.allocate(byteSize, byteAlignment);
        assertThat(block.offset() % byteAlignment).isZero();
        assertThat(block.length()).isEqualTo(byteSize);
        assertWhole(allocator);
    }

    @Test
    void allocate_whenAligned_givesTheFrontGapBack() {
        long first = allocator.allocateAddress(600);
        Memory aligned = allocator.allocate(600, 4096);
        long inGap = allocator.allocateAddress(600);
        assertThat(inGap).isBetween(first, aligned.offset());
        assertWhole(allocator);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void allocate_whenSizeIsNotPositive_isRefused(long byteSize) {
        assertThatThrownBy(() -> allocator.allocate(byteSize))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("byteSize=" + byteSize);
        assertThatThrownBy(() -> allocator.tryAllocate(byteSize)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> allocator.allocateAddress(byteSize)).isInstanceOf(IllegalArgumentException.class);
        assertAllFree(allocator);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 3, 24, Long.MIN_VALUE, Long.MAX_VALUE})
    void allocate_whenAlignmentIsNoPowerOfTwo_isRefused(long byteAlignment) {
        assertThatThrownBy(() -> allocator.allocate(8, byteAlignment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("byteAlignment=" + byteAlignment);
        assertAllFree(allocator);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {Long.MAX_VALUE, Long.MAX_VALUE - 7, Long.MAX_VALUE - 15, 1L << 62, 1L << 47, 1L << 46, 64 * 65_536
            })
    void allocate_whenSizeIsBeyondTheMemory_saysWhatThereWas(long byteSize) {
        assertThat(allocator.tryAllocate(byteSize)).isNull();
        assertThatThrownBy(() -> allocator.allocate(byteSize))
                .isInstanceOfSatisfying(OutOfLinearMemoryException.class, failure -> {
                    assertThat(failure.requestedByteSize()).isEqualTo(byteSize);
                    assertThat(failure.memoryByteSize()).isEqualTo(PAGE);
                    assertThat(failure.maxMemoryByteSize()).isEqualTo(64 * PAGE);
                    assertThat(failure.largestFreeByteSize()).isEqualTo(PAGE - 88);
                });
        assertThat(memory.pages()).isEqualTo(1);
        assertAllFree(allocator);
    }

    @Test
    void allocate_whenTheEndIsTaken_saysWhatTheLargestHoleIs() {
        try (LinearMemory full = LinearMemory.create(1, 1)) {
            LinkedListAllocator owner = LinkedListAllocator.over(full);
            Memory small = owner.allocate(4_000);
            owner.allocate(600);
            Memory large = owner.allocate(8_000);
            owner.allocate(owner.stats().largestFreeByteSize());
            small.free();
            large.free();
            assertThat(owner.stats().largestFreeByteSize()).isEqualTo(8_008);
            assertThatThrownBy(() -> owner.allocate(8_009))
                    .isInstanceOfSatisfying(
                            OutOfLinearMemoryException.class,
                            failure -> assertThat(failure.largestFreeByteSize()).isEqualTo(8_008));
        }
    }

    @Test
    void allocate_whenTheAlignmentIsWhatCannotBeHad_saysWhichWasAskedFor() {
        assertThatThrownBy(() -> allocator.allocate(8, 1L << 40))
                .isInstanceOf(OutOfLinearMemoryException.class)
                .hasMessageContaining("requestedByteSize=8 byteAlignment=1099511627776 largestFreeByteSize=");
        assertThatThrownBy(() -> allocator.allocate(64 * PAGE))
                .isInstanceOf(OutOfLinearMemoryException.class)
                .hasMessageNotContaining("byteAlignment");
    }

    /** The hole of that size, and not one of more that a smaller block would have to be cut from. */
    @Test
    void allocate_whenAHoleHasThatSize_takesIt() {
        Memory fits = allocator.allocate(5_000);
        allocator.allocate(600);
        Memory more = allocator.allocate(20_000);
        allocator.allocate(600);
        long address = fits.offset();
        fits.free();
        more.free();
        assertThat(allocator.allocate(5_000).offset()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 23, 1L << 40, 1L << 46, 1L << 62})
    void allocate_whenAlignmentIsBeyondTheMemory_returnsNothing(long byteAlignment) {
        assertThat(allocator.tryAllocate(8, byteAlignment)).isNull();
        assertAllFree(allocator);
    }

    @Test
    void allocate_whenNoBlockIsSure_searchesBeforeItRefuses() {
        try (LinearMemory full = LinearMemory.create(1, 1)) {
            LinkedListAllocator tight = LinkedListAllocator.over(full);
            long large = tight.allocateAddress(1_000);
            tight.allocateAddress(600);
            long small = tight.allocateAddress(970);
            tight.allocateAddress(tight.stats().largestFreeByteSize());
            tight.freeAddress(large);
            tight.freeAddress(small);
            assertThat(tight.allocateAddress(1_000)).isEqualTo(large);
            assertWhole(tight);
        }
    }

    @Test
    void free_whenNeighboursAreFree_joinsThem() {
        List<Memory> blocks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            blocks.add(allocator.allocate(1000));
        }
        for (int i : new int[] {1, 3, 2, 0, 4}) {
            blocks.get(i).free();
            assertWhole(allocator);
        }
        assertAllFree(allocator);
    }

    @Test
    void reallocate_whenShrunk_staysAndGivesTheEndBack() {
        Memory block = allocator.allocate(10_000);
        block.storeI64(0, 42);
        long free = allocator.stats().largestFreeByteSize();
        Memory shrunk = block.reallocate(1_000);
        assertThat(shrunk.offset()).isEqualTo(block.offset());
        assertThat(shrunk.loadI64(0)).isEqualTo(42);
        assertThat(allocator.stats().largestFreeByteSize()).isEqualTo(free + 9_008);
        assertWhole(allocator);
    }

    @Test
    void reallocate_whenTheNextBlockIsFree_growsInPlaceWithZeros() {
        Memory block = allocator.allocate(1_000);
        Memory next = allocator.allocate(2_000);
        allocator.allocate(600);
        block.fill(0x11);
        next.fill(0xFF);
        next.free();
        Memory grown = block.reallocate(2_500);
        assertThat(grown.offset()).isEqualTo(block.offset());
        assertThat(grown.loadBytes(0, 1_000)).containsOnly(0x11);
        assertThat(grown.loadBytes(1_000, 1_500)).containsOnly(0);
        assertWhole(allocator);
    }

    @Test
    void reallocate_whenLast_growsTheMemoryByWhatIsMissing() {
        allocator.allocate(600);
        Memory block = allocator.allocate(1_000);
        Memory grown = block.reallocate(3 * PAGE);
        assertThat(grown.offset()).isEqualTo(block.offset());
        assertThat(memory.pages()).isEqualTo(4);
        assertWhole(allocator);
    }

    /** The free space at the end is taken last, so that what is allocated in between does not stand in the way. */
    @Test
    void reallocate_whenABlockKeepsGrowingAmongOthers_hardlyMoves() {
        long block = allocator.allocateAddress(600);
        int moves = 0;
        for (long byteSize = 5_600; byteSize < 500_000; byteSize += 5_000) {
            long grown = allocator.reallocateAddress(block, byteSize);
            moves += grown == block ? 0 : 1;
            block = grown;
            allocator.allocateAddress(128);
        }
        assertThat(moves).isLessThanOrEqualTo(2);
        assertWhole(allocator);
    }

    @Test
    void reallocate_whenNothingElseHelps_moves() {
        Memory block = allocator.allocate(1_000);
        allocator.allocate(600);
        block.fill(0x22);
        Memory moved = block.reallocate(5_000);
        assertThat(moved.offset()).isNotEqualTo(block.offset());
        assertThat(moved.loadBytes(0, 1_000)).containsOnly(0x22);
        assertThat(moved.loadBytes(1_000, 4_000)).containsOnly(0);
        assertWhole(allocator);
    }

    @Test
    void reallocate_whenItSucceeds_revokesTheOldHandleEvenInPlace() {
        Memory block = allocator.allocate(100);
        Memory same = block.reallocate(100);
        assertThat(block).hasToString("Memory[freed]");
        assertThatThrownBy(() -> block.loadI8(0)).isInstanceOf(IllegalStateException.class);
        assertThat(same.length()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 16", "-1, 16", "8, 0", "8, 3"})
    void reallocate_whenArgumentsAreBad_keepsTheOldBlock(long newLength, long byteAlignment) {
        Memory block = allocator.allocate(100);
        assertThatThrownBy(() -> block.reallocate(newLength, byteAlignment))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(block.length()).isEqualTo(100);
        assertWhole(allocator);
    }

    @Test
    void reallocateAddress_whenItMoves_keepsTheBytes() {
        long address = allocator.allocateAddress(1_000);
        allocator.allocateAddress(600);
        memory.fill(address, 0x33, 1_000);
        long moved = allocator.reallocateAddress(address, 4_000);
        assertThat(moved).isNotEqualTo(address);
        assertThat(memory.span(moved, 1_000).loadBytes()).containsOnly(0x33);
        long back = allocator.reallocateAddress(moved, 10, 4096);
        assertThat(back % 4096).isZero();
        assertWhole(allocator);
    }

    @Test
    void make_whenBlockIsLive_givesASecondHandle() {
        Memory block = allocator.allocate(77);
        block.storeI32(8, 5);
        Memory second = allocator.make(block.offset(), 77);
        assertThat(second.loadI32(8)).isEqualTo(5);
        second.free();
        assertThatThrownBy(block::free).isInstanceOf(IllegalStateException.class);
        assertAllFree(allocator);
    }

    @Test
    void create_whenMemoryIsEmpty_growsIt() {
        try (LinearMemory empty = LinearMemory.create(0, 2)) {
            LinkedListAllocator late = LinkedListAllocator.over(empty);
            late.allocate(8);
            assertThat(empty.pages()).isEqualTo(1);
        }
    }

    @Test
    void create_whenMemoryCannotHoldAHeap_isRefusedAndClaimsNothing() {
        try (LinearMemory none = LinearMemory.create(0, 0);
                LinearMemory one = LinearMemory.create(1, 1)) {
            assertThatThrownBy(() -> LinkedListAllocator.over(none)).isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> LinkedListAllocator.create(one, PAGE - 95))
                    .isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> LinkedListAllocator.create(one, PAGE + 1))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> LinkedListAllocator.create(one, -16)).isInstanceOf(IllegalArgumentException.class);
            assertAllFree(LinkedListAllocator.over(one));
        }
    }

    @Test
    void create_whenBehindABase_leavesWhatLiesBelowAlone() {
        try (LinearMemory shared = LinearMemory.create(1, 4)) {
            shared.fill(0, 0x55, 1_001);
            LinkedListAllocator upper = LinkedListAllocator.create(shared, 1_001);
            upper.allocate(100_000).free();
            assertThat(shared.span(0, 1_001).loadBytes()).containsOnly(0x55);
            assertThat(upper.committedByteSize()).isEqualTo(2 * PAGE - 1_001);
            assertWhole(upper);
        }
    }

    @Test
    void create_whenRangeIsFixed_neverLeavesIt() {
        LinearMemory shared = LinearMemory.create(2, 4);
        LinkedListAllocator low = LinkedListAllocator.create(shared, 0, PAGE);
        LinkedListAllocator high = LinkedListAllocator.create(shared, PAGE);
        assertThat(low.tryAllocate(PAGE)).isNull();
        Memory own = low.allocate(1_000);
        assertThatThrownBy(() -> high.freeAddress(own.offset())).isInstanceOf(IllegalStateException.class);
        assertThat(high.allocate(PAGE).offset()).isGreaterThan(PAGE);
        assertWhole(low);
        assertWhole(high);
        shared.close();
    }

    @Test
    void create_whenRangeIsClaimed_isRefused() {
        assertThatThrownBy(() -> LinkedListAllocator.create(memory, 32_768)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void allocate_whenMemoryWasGrownByOthers_usesWhatTheyAdded() {
        memory.grow(3);
        allocator.allocate(3 * PAGE);
        assertThat(memory.pages()).isEqualTo(4);
        assertThat(allocator.committedByteSize()).isEqualTo(4 * PAGE);
        assertWhole(allocator);
    }

    @Test
    void stats_whenBlocksComeAndGo_countsWhatWasAskedFor() {
        Memory first = allocator.allocate(100);
        Memory second = allocator.allocate(1_000);
        first.free();
        AllocatorStats stats = allocator.stats();
        assertThat(stats.usedByteSize()).isEqualTo(1_000);
        assertThat(stats.peakUsedByteSize()).isEqualTo(1_100);
        assertThat(stats.liveBlocks()).isEqualTo(1);
        assertThat(stats.committedByteSize()).isEqualTo(PAGE);
        second.free();
        assertAllFree(allocator);
    }

    @Test
    void stats_whenBlocksAreOfSeveralSizes_countsThemByTheBytesTheyOccupy() {
        allocator.allocate(60);
        allocator.allocate(64);
        Memory between = allocator.allocate(2_000);
        allocator.allocate(2_000);
        between.free();
        AllocatorStats stats = allocator.stats();
        assertThat(stats.liveBlocksByByteSize()).containsExactly(entry(64L, 2L), entry(2_016L, 1L));
        assertThat(stats.liveBlocks()).isEqualTo(3);
        long rest = stats.largestFreeByteSize() + 8;
        assertThat(stats.fragmentation()).isPositive().isLessThan(2_016.0 / rest + 0.05);
        assertThat(allocator.map().fragmentation()).isEqualTo(stats.fragmentation());
    }

    @Test
    void stats_whenTheHeapIsDamaged_isRefused() {
        long address = allocator.allocateAddress(2_000);
        memory.storeI64(address - 8, 0);
        assertThatThrownBy(allocator::stats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("address=" + (address - 8));
    }

    @Test
    void everyOperation_whenMemoryIsClosed_isRefused() {
        Memory block = allocator.allocate(1_000);
        memory.close();
        List<Runnable> operations = List.of(
                () -> allocator.allocate(8),
                () -> allocator.allocateAddress(8),
                () -> allocator.freeAddress(block.offset()),
                () -> allocator.freeAddress(7),
                () -> allocator.reallocateAddress(block.offset(), 5_000),
                () -> allocator.make(block.offset(), 1_000),
                block::free,
                () -> block.reallocate(10));
        for (Runnable operation : operations) {
            assertThatThrownBy(operation::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void allocator_whenMemoryIsOnTheJavaHeap_worksAlike() {
        try (LinearMemory onHeap = LinearMemory.createOnHeap(1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(onHeap);
            Memory block = heap.allocate(70_000, 4096);
            assertThat(block.offset() % 4096).isZero();
            block.free();
            assertAllFree(heap);
        }
    }
}
