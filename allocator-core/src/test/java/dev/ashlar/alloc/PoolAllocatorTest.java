package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolAllocatorTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    private final LinearMemory memory = LinearMemory.create(1, 4);

    @AfterEach
    void close() {
        memory.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "12, 4", "24, 8", "16, 16", "64, 16", "1000, 8", "100000, 16"})
    void allocate_whenAnyCellSize_givesZeroedAlignedCellsSideBySide(long cellByteSize, long byteAlignment) {
        memory.fill(0, 0xFF, PAGE);
        PoolAllocator pool = PoolAllocator.over(memory, 0, cellByteSize);
        assertThat(pool.byteAlignment()).isEqualTo(byteAlignment);
        Memory first = pool.allocate();
        Memory second = pool.allocate();
        assertThat(first.offset()).isPositive();
        assertThat(first.offset() % byteAlignment).isZero();
        assertThat(second.offset() - first.offset()).isEqualTo(cellByteSize);
        assertThat(first.loadBytes()).containsOnly(0);
    }

    @Test
    void stats_whenTheRangeIsFixed_areOfThatRange() {
        PoolAllocator pool = PoolAllocator.over(memory, 1_000, 10_000, 24);
        assertThat(pool.cellByteSize()).isEqualTo(24);
        assertThat(pool.stats().committedByteSize()).isEqualTo(10_000);
        Memory cell = pool.allocate(8).reallocate(20);
        assertThat(pool.stats().usedByteSize()).isEqualTo(20);
        assertThat(pool.stats().peakUsedByteSize()).isEqualTo(20);
        assertThat(pool).hasToString("PoolAllocator[base=1000, cellByteSize=24, live=1]");
        cell.reallocate(4);
        assertThat(pool.stats().usedByteSize()).isEqualTo(4);
        assertThat(pool.stats().peakUsedByteSize()).isEqualTo(20);
    }

    @Test
    void allocate_whenOnlyACellThatWasFreedIsLeft_isNotRefused() {
        PoolAllocator pool = PoolAllocator.over(memory, 1_000, 64, 24);
        long first = pool.allocateAddress();
        while (pool.stats().largestFreeByteSize() > 0) {
            pool.allocateAddress();
        }
        pool.freeAddress(first);
        assertThat(pool.stats().largestFreeByteSize()).isEqualTo(24);
        assertThat(pool.allocateAddress()).isEqualTo(first);
    }

    @Test
    void allocate_whenTheRangeIsFixed_givesEveryCellOnceAndThenNone() {
        PoolAllocator pool = PoolAllocator.over(memory, 1_000, 10_000, 24);
        List<Long> cells = new ArrayList<>();
        for (Memory cell = pool.tryAllocate(24); cell != null; cell = pool.tryAllocate(24)) {
            cells.add(cell.offset());
        }
        assertThat(cells).doesNotHaveDuplicates().hasSize((int) pool.cellCount());
        assertThat(cells).allMatch(address -> address >= 1_000 && address + 24 <= 11_000);
        assertThat(pool.stats().largestFreeByteSize()).isZero();
        assertThatThrownBy(pool::allocate).isInstanceOf(OutOfLinearMemoryException.class);
        cells.forEach(pool::freeAddress);
        assertThat(pool.stats().liveBlocks()).isZero();
        assertThat(pool.allocateAddress()).isEqualTo(cells.getLast());
    }

    @Test
    void allocate_whenTheRangeGrows_growsByNoPageMoreThanNeeded() {
        PoolAllocator pool = PoolAllocator.over(memory, 0, 16);
        for (long cells = PAGE / 16 - 1; cells > 0; cells--) {
            pool.allocateAddress();
        }
        assertThat(memory.pages()).isEqualTo(1);
        pool.allocateAddress();
        assertThat(memory.pages()).isEqualTo(2);
    }

    @Test
    void allocate_whenTheMemoryIsFull_isRefusedWithWhatThereWas() {
        PoolAllocator pool = PoolAllocator.over(memory, 0, PAGE);
        pool.allocate();
        pool.allocate();
        pool.allocate();
        assertThatThrownBy(pool::allocateAddress)
                .isInstanceOf(OutOfLinearMemoryException.class)
                .hasMessageContaining("requestedByteSize=65536");
        assertThat(pool.tryAllocate(1)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "25, 1", "24, 16", "24, 0", "24, 3"})
    void allocate_whenTheBlockFitsInNoCell_isRefused(long byteSize, long byteAlignment) {
        PoolAllocator pool = PoolAllocator.over(memory, 0, 24);
        assertThatThrownBy(() -> pool.allocate(byteSize, byteAlignment)).isInstanceOf(IllegalArgumentException.class);
        assertThat(pool.stats().liveBlocks()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 31})
    void over_whenTheCellSizeIsBad_isRefused(long cellByteSize) {
        assertThatThrownBy(() -> PoolAllocator.over(memory, 0, cellByteSize))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoolAllocator.over(memory, 0, PAGE, cellByteSize))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoolAllocator.over(memory, 0, 0, 16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void freeAddress_whenItIsNoLiveCell_isRefused() {
        PoolAllocator pool = PoolAllocator.over(memory, 0, 24);
        long live = pool.allocateAddress();
        long freed = pool.allocateAddress();
        pool.freeAddress(freed);
        for (long address = -64; address < 4_096; address++) {
            long wrong = address;
            if (wrong != live) {
                assertThatThrownBy(() -> pool.freeAddress(wrong)).isInstanceOf(IllegalStateException.class);
            }
        }
        assertRefused(() -> pool.freeAddress(Long.MAX_VALUE));
        assertRefused(() -> pool.freeAddress(Long.MIN_VALUE));
        assertThat(pool.stats().liveBlocks()).isEqualTo(1);
    }

    @Test
    void free_whenFreedTwiceOrForeign_isRefused() {
        PoolAllocator low = PoolAllocator.over(memory, 0, 16_384, 24);
        PoolAllocator high = PoolAllocator.over(memory, 16_384, 16_384, 24);
        Memory block = low.allocate(20);
        assertRefused(() -> high.freeAddress(block.offset()));
        assertRefused(() -> high.make(block.offset(), 20));
        assertRefused(() -> low.make(block.offset(), 21));
        Memory second = low.make(block.offset(), 20);
        block.free();
        assertRefused(block::free);
        assertRefused(second::free);
        assertThat(low.stats().liveBlocks()).isZero();
    }

    @Test
    void reallocate_whenItFitsInTheCell_staysAndZeroesWhatIsGained() {
        PoolAllocator pool = PoolAllocator.over(memory, 0, 64);
        Memory block = pool.allocate(40);
        block.fill(0x11);
        Memory shrunk = block.reallocate(10);
        Memory grown = shrunk.reallocate(64);
        assertThat(grown.offset()).isEqualTo(block.offset());
        assertThat(grown.loadBytes(0, 10)).containsOnly(0x11);
        assertThat(grown.loadBytes(10, 54)).containsOnly(0);
        assertThatThrownBy(() -> grown.reallocate(65)).isInstanceOf(IllegalArgumentException.class);
        assertThat(grown.length()).isEqualTo(64);
        assertRefused(() -> shrunk.loadI8(0));
    }

    @Test
    void everyOperation_whenMemoryIsClosed_isRefused() {
        PoolAllocator pool = PoolAllocator.over(memory, 0, 16);
        Memory block = pool.allocate();
        Memory freed = pool.allocate();
        freed.free();
        memory.close();
        assertRefused(pool::allocate);
        assertRefused(pool::allocateAddress);
        assertRefused(() -> pool.freeAddress(block.offset()));
        assertRefused(block::free);
        assertRefused(() -> pool.make(block.offset(), 16));
    }

    /** The chapter's three pools, of 16, 32 and 64 bytes, with its statistics: total, used and free cells. */
    @Test
    void pools_whenConfiguredAsInTheChapter_countTotalUsedAndFree() {
        long[] cellByteSizes = {16, 32, 64};
        long base = 0x1000;
        for (long cellByteSize : cellByteSizes) {
            PoolAllocator pool = PoolAllocator.over(memory, base, 4_096, cellByteSize);
            assertThat(pool.cellCount()).isEqualTo(4_096 / cellByteSize);
            Memory first = pool.allocate();
            Memory second = pool.allocate();
            assertThat(first.offset()).isEqualTo(base);
            assertThat(second.offset()).isEqualTo(base + cellByteSize);
            first.free();
            assertThat(pool.stats().liveBlocks()).isEqualTo(1);
            assertThat(pool.cellCount() - pool.stats().liveBlocks()).isEqualTo(4_096 / cellByteSize - 1);
            assertThat(pool.allocate().offset()).isEqualTo(base);
            base += 4_096;
        }
    }

    @Test
    void pool_whenUsedAtRandom_agreesWithAModel() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        PoolAllocator pool = PoolAllocator.over(memory, 100, 24);
        List<Memory> live = new ArrayList<>();
        Set<Long> addresses = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            if (live.isEmpty() || random.nextInt(100) < 52) {
                Memory block = pool.allocate(1 + random.nextInt(24));
                assertThat(addresses.add(block.offset())).as("seed=%d", seed).isTrue();
                live.add(block);
            } else {
                Memory block = live.set(random.nextInt(live.size()), live.getLast());
                live.removeLast();
                addresses.remove(block.offset());
                block.free();
            }
        }
        assertThat(pool.stats().liveBlocks()).as("seed=%d", seed).isEqualTo(live.size());
        assertThat(pool.stats().usedByteSize())
                .as("seed=%d", seed)
                .isEqualTo(live.stream().mapToLong(Memory::length).sum());
    }

    private static void assertRefused(ThrowingCallable operation) {
        assertThatThrownBy(operation).isInstanceOf(IllegalStateException.class);
    }
}
