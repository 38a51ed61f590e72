package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link SharedAllocator} promises, to one thread and to several. */
@Timeout(120)
class SharedAllocatorTest {
    private static final int BATCHES = 40;
    private static final int BATCH = 1_000;

    private final LinearMemory memory = LinearMemory.create(1, 2_048);
    private final SharedAllocator allocator = SharedAllocator.over(memory);
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void close() {
        threads.close();
        memory.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 15, 16, 17, 511, 512, 513, 5_000, 100_000})
    void allocate_whenThereIsRoom_givesZeroedBlocksThatCanBeFreed(long length) {
        for (int round = 0; round < 3; round++) {
            Memory block = allocator.allocate(length);
            assertThat(block.length()).isEqualTo(length);
            assertThat(block.offset()).isPositive();
            assertThat(block.offset() % 16).isZero();
            assertThat(block.loadBytes()).containsOnly(0);
            block.fill(0xAB);
            assertThat(allocator.usedByteSize()).isEqualTo(length);
            block.free();
        }
        assertThat(allocator.usedByteSize()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 5_000})
    void free_whenSomethingIsOff_isRefusedAndChangesNothing(long length) {
        long address = allocator.allocateAddress(length);
        for (long wrong : new long[] {address + 1, address + 16, address - 16, 0, -16, 1L << 40, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> allocator.freeAddress(wrong))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("starts no live block");
        }
        assertThatThrownBy(() -> allocator.make(address, length - 1)).hasMessageContaining("another length");
        assertThatThrownBy(() -> allocator.make(address, length + 1)).hasMessageContaining("another length");
        Memory handle = allocator.make(address, length);
        Memory second = allocator.make(address, length);
        handle.free();
        assertThatThrownBy(handle::free).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(second::free).hasMessageContaining("starts no live block");
        assertThat(second.isAlive()).isTrue();
        assertThatThrownBy(() -> allocator.freeAddress(address)).isInstanceOf(IllegalStateException.class);
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    @Test
    void allocate_whenTheRequestIsBad_isRefused() {
        assertThatThrownBy(() -> allocator.allocate(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> allocator.allocateAddress(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> allocator.allocate(8, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThat(allocator.tryAllocate(Long.MAX_VALUE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 32, 33, 500, 600, 20_000})
    void reallocate_whenLengthsChange_keepsTheBytesAndRevokesTheOldHandle(long newLength) {
        for (long length : new long[] {1, 24, 32, 512, 4_000}) {
            Memory block = allocator.allocate(length);
            block.fill(7);
            Memory resized = block.reallocate(newLength);
            assertThat(block.isFreed()).isTrue();
            long kept = Math.min(length, newLength);
            assertThat(resized.loadBytes(0, (int) kept)).containsOnly(7);
            if (newLength > length) {
                assertThat(resized.loadBytes(length, (int) (newLength - length)))
                        .containsOnly(0);
            }
            assertThat(allocator.usedByteSize()).isEqualTo(newLength);
            resized.free();
        }
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    @Test
    void allocate_whenThereIsNoMoreRoom_usesWhatOtherStripesHaveAndThenRefuses() throws Exception {
        try (LinearMemory small = LinearMemory.create(1, 2)) {
            SharedAllocator full = SharedAllocator.over(small);
            List<Long> blocks = new ArrayList<>();
            for (Memory block = full.tryAllocate(100); block != null; block = full.tryAllocate(100)) {
                blocks.add(block.offset());
            }
            assertThatThrownBy(() -> full.allocateAddress(100)).isInstanceOf(OutOfLinearMemoryException.class);
            // This thread's stripe has all there is; another thread comes by it all the same.
            full.freeAddress(blocks.removeLast());
            Future<Long> other = threads.submit(() -> full.allocateAddress(100));
            full.freeAddress(other.get());
            blocks.forEach(full::freeAddress);
            long most = full.stats().largestFreeByteSize();
            assertThat(most).isGreaterThan(2 * LinearMemory.PAGE_BYTE_SIZE - 100);
            full.freeAddress(full.allocateAddress(most));
            assertThat(HeapChecker.check(full)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 3_000})
    void freeAddress_whenTwoThreadsFreeOneBlock_refusesExactlyOne(long length) throws Exception {
        freeTwice(() -> {
            long address = allocator.allocateAddress(length);
            return () -> allocator.freeAddress(address);
        });
        assertThat(allocator.usedByteSize()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    /** A third thread asks for blocks of that length all the time, and is never robbed of one. */
    @ParameterizedTest
    @ValueSource(longs = {24, 3_000})
    void free_whenTwoThreadsFreeOneHandleAndAThirdTakesThePlace_refusesExactlyOne(long length) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Future<?> third = threads.submit(() -> {
            while (!done.get()) {
                allocator.allocate(length).free();
            }
        });
        freeTwice(() -> allocator.allocate(length)::free);
        done.set(true);
        third.get();
        assertThat(allocator.usedByteSize()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 3_000})
    void reallocate_whenAnotherThreadFreesTheHandle_oneOfTheTwoIsRefused(long length) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        for (int batch = 0; batch < BATCHES; batch++) {
            long newLength = batch % 2 == 0 ? length - 1 : length * 3;
            List<Memory> blocks = Stream.generate(() -> allocator.allocate(length))
                    .limit(BATCH)
                    .toList();
            boolean[] freed = new boolean[BATCH];
            Future<?> other = threads.submit(() -> {
                start.await();
                for (int i = 0; i < BATCH; i++) {
                    freed[i] = succeeds(blocks.get(i)::free);
                }
                return null;
            });
            List<Memory> resized = new ArrayList<>();
            boolean[] moved = new boolean[BATCH];
            start.await();
            for (int i = 0; i < BATCH; i++) {
                Memory block = blocks.get(i);
                moved[i] = succeeds(() -> resized.add(block.reallocate(newLength)));
            }
            other.get();
            for (int i = 0; i < BATCH; i++) {
                assertThat(freed[i]).isNotEqualTo(moved[i]);
            }
            resized.forEach(Memory::free);
            assertThat(allocator.usedByteSize()).isZero();
        }
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    /** Two threads go through the same blocks, side by side. */
    private void freeTwice(Callable<Runnable> block) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Runnable> frees = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                frees.add(block.call());
            }
            Callable<Integer> freeAll = () -> {
                start.await();
                int successes = 0;
                for (Runnable free : frees) {
                    successes += succeeds(free) ? 1 : 0;
                }
                return successes;
            };
            Future<Integer> other = threads.submit(freeAll);
            assertThat(freeAll.call() + other.get()).isEqualTo(BATCH);
        }
    }

    private static boolean succeeds(Runnable operation) {
        try {
            operation.run();
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    @Test
    void allocate_whenTheMemoryGrowsMeanwhile_isSeenByAllThreads() throws Exception {
        List<Future<List<Memory>>> workers = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            workers.add(threads.submit(() -> {
                List<Memory> blocks = new ArrayList<>();
                for (int i = 0; i < 3_000; i++) {
                    Memory block = allocator.allocate(i % 4 == 0 ? 4_000 : 200);
                    block.storeI64(0, block.offset());
                    blocks.add(block);
                    memory.grow(i % 1_000 == 0 ? 1 : 0);
                }
                return blocks;
            }));
        }
        for (Future<List<Memory>> worker : workers) {
            for (Memory block : worker.get()) {
                assertThat(block.loadI64(0)).isEqualTo(block.offset());
                block.free();
            }
        }
        assertThat(memory.pages()).isGreaterThan(100);
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    /** One value at a time is stored in all bytes of a block: a racing reader sees such bytes, or is refused. */
    @Test
    void load_whenAnotherThreadFreesTheHandle_readsTheRangeOrIsRefusedAndAlwaysRefusedOnceOrdered() throws Exception {
        for (int i = 0; i < 300; i++) {
            Memory block = allocator.allocate(64);
            block.fill(1);
            CyclicBarrier start = new CyclicBarrier(2);
            AtomicBoolean isFreed = new AtomicBoolean();
            Future<?> reader = threads.submit(() -> {
                start.await();
                try {
                    // Nothing else says that the reader must ever see the free.
                    while (!isFreed.get()) {
                        assertThat(block.loadI8(63)).isBetween(0, 2);
                    }
                } catch (IllegalStateException revoked) {
                    assertThat(revoked).hasMessageContaining("freed");
                }
                assertThatThrownBy(() -> block.loadI8(63)).hasMessageContaining("freed");
                return null;
            });
            start.await();
            block.free();
            Memory next = allocator.allocate(64);
            next.fill(2);
            isFreed.set(true);
            reader.get();
            assertThatThrownBy(() -> block.loadI8(0)).hasMessageContaining("freed");
            next.free();
        }
    }

    @Test
    void close_whenThreadsAreInside_endsThemWithAnException() throws Exception {
        CyclicBarrier start = new CyclicBarrier(4);
        List<Future<?>> workers = new ArrayList<>();
        for (int worker = 0; worker < 3; worker++) {
            workers.add(threads.submit(() -> {
                start.await();
                assertThatThrownBy(() -> {
                            for (int i = 0; ; i++) {
                                Memory block = allocator.allocate(1 + i % 2_000);
                                block.storeI8(0, i);
                                block.free();
                            }
                        })
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("closed");
                return null;
            }));
        }
        start.await();
        memory.close();
        for (Future<?> worker : workers) {
            worker.get();
        }
        assertThatThrownBy(() -> allocator.allocateAddress(8)).hasMessageContaining("closed");
        assertThatThrownBy(() -> allocator.freeAddress(1_024)).hasMessageContaining("closed");
    }

    @Test
    void openArena_whenThreadsShareIt_freesAllBlocks() throws Exception {
        try (Arena arena = allocator.openArena()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                workers.add(threads.submit(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        MemorySegment segment = arena.allocate(100, 8);
                        segment.fill((byte) 1);
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            assertThat(allocator.stats().liveBlocks()).isEqualTo(4_000);
        }
        assertThat(allocator.stats().liveBlocks()).isZero();
    }

    @Test
    void asSegmentAllocator_whenUsed_allocatesHere() {
        assertThat(allocator.asSegmentAllocator().allocateFrom("Ashlar").getString(0))
                .isEqualTo("Ashlar");
        assertThat(allocator.stats().liveBlocks()).isEqualTo(1);
    }

    @Test
    void stats_whenBlocksAreLive_countsThem() {
        allocator.allocate(24);
        allocator.allocate(24);
        allocator.allocate(5_000);
        AllocatorStats stats = allocator.stats();
        assertThat(stats.usedByteSize()).isEqualTo(5_048);
        assertThat(stats.liveBlocks()).isEqualTo(3);
        assertThat(stats.liveBlocksByByteSize()).containsEntry(32L, 2L);
        assertThat(stats.peakUsedByteSize()).isGreaterThanOrEqualTo(5_048);
        assertThat(allocator.map().areas()).isNotEmpty();
        assertThat(allocator.toString()).contains("used=5048");
    }

    @Test
    void stats_whenLargeBlocksComeGoAndGrow_knowTheMostThatWasOccupied() {
        for (int i = 0; i < 3; i++) {
            allocator.freeAddress(allocator.allocateAddress(5_000));
        }
        assertThat(allocator.stats().peakUsedByteSize()).isEqualTo(5_000);
        long grown = allocator.reallocateAddress(allocator.allocateAddress(5_000), 9_000);
        assertThat(allocator.stats().peakUsedByteSize()).isEqualTo(9_000);
        assertThat(allocator.usedByteSize()).isEqualTo(9_000);
        allocator.freeAddress(grown);
        for (int i = 0; i < 3; i++) {
            allocator.freeAddress(allocator.allocateAddress(24));
            assertThat(allocator.stats().peakUsedByteSize()).isEqualTo(9_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"24, 500", "24, 9000", "9000, 24", "600, 9000", "9000, 600", "500, 20"})
    void reallocateAddress_whenLengthsChange_keepsTheBytes(long length, long newLength) {
        long address = allocator.allocateAddress(length);
        long next = allocator.allocateAddress(length);
        for (long i = 0; i < length; i++) {
            memory.storeI8(address + i, (byte) i);
        }
        long moved = allocator.reallocateAddress(address, newLength);
        for (long i = 0; i < Math.min(length, newLength); i++) {
            assertThat(memory.loadI8(moved + i)).isEqualTo((byte) i);
        }
        assertThat(allocator.usedByteSize()).isEqualTo(length + newLength);
        allocator.freeAddress(moved);
        allocator.freeAddress(next);
        assertThat(allocator.usedByteSize()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 5_000})
    void reallocateAddress_whenAlignedToMore_moves(long length) {
        long address = allocator.allocateAddress(length);
        while (address % 4_096 == 0) {
            address = allocator.allocateAddress(length);
        }
        memory.storeI64(address, 42);
        for (long newLength : new long[] {length, length - 1}) {
            long moved = allocator.reallocateAddress(address, newLength, 4_096);
            assertThat(moved % 4_096).isZero();
            assertThat(memory.loadI64(moved)).isEqualTo(42);
            address = moved;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 5_000})
    void reallocateAddress_whenThereIsNoRoom_leavesTheBlockAsItWas(long length) {
        long address = allocator.allocateAddress(length);
        memory.storeI64(address, 42);
        assertThatThrownBy(() -> allocator.reallocateAddress(address, 2_048L * 65_536))
                .isInstanceOfSatisfying(
                        OutOfLinearMemoryException.class,
                        failure -> assertThat(failure.largestFreeByteSize()).isBetween(1L, memory.byteSize()));
        assertThat(memory.loadI64(address)).isEqualTo(42);
        assertThat(allocator.usedByteSize()).isEqualTo(length);
        allocator.freeAddress(address);
        assertThatThrownBy(() -> allocator.reallocateAddress(address, 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("starts no live block");
    }

    @Test
    void committedByteSize_whenTheMemoryHasGrown_isAllOfIt() {
        allocator.allocateAddress(1_000_000);
        assertThat(allocator.committedByteSize()).isEqualTo(memory.byteSize());
        assertThat(memory.byteSize()).isGreaterThan(1_000_000);
    }

    @Test
    void stats_whenEmptyRunsAreKeptBack_countsThemAsFree() throws Exception {
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            blocks.add(allocator.allocateAddress(1 + i % 500));
            blocks.add(threads.submit(() -> allocator.allocateAddress(40)).get());
        }
        long freeBefore = allocator.stats().largestFreeByteSize();
        blocks.forEach(allocator::freeAddress);
        AllocatorStats stats = allocator.stats();
        assertThat(stats.liveBlocks()).isZero();
        assertThat(stats.usedByteSize()).isZero();
        assertThat(stats.fragmentation()).isZero();
        assertThat(stats.largestFreeByteSize()).isGreaterThan(freeBefore + 2_000 * 250);
        assertThat(allocator.lostByteSize()).isZero();
    }

    @Test
    void recover_whenTheHeapIsWhole_leavesItAsItWas() throws Exception {
        List<Memory> blocks = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int length = 1 + i * 7;
            Memory block = threads.submit(() -> allocator.allocate(length)).get();
            block.fill(i);
            blocks.add(block);
        }
        long used = allocator.usedByteSize();
        allocator.recover();
        assertThat(HeapChecker.check(allocator)).isEmpty();
        assertThat(allocator.usedByteSize()).isEqualTo(used);
        assertThat(allocator.stats().liveBlocks()).isEqualTo(300);
        for (int i = 0; i < 300; i++) {
            assertThat(blocks.get(i).loadBytes()).containsOnly(i);
            blocks.get(i).free();
        }
        assertThat(allocator.usedByteSize()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    @Test
    void recover_whenTheMemoryIsClosed_isRefused() {
        allocator.allocateAddress(40);
        memory.close();
        assertThatThrownBy(allocator::recover)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void over_whenTheMemoryIsAFile_isRefused(@TempDir Path folder) throws IOException {
        try (LinearMemory file = LinearMemory.map(folder.resolve("heap"), 1, 2)) {
            assertThatThrownBy(() -> SharedAllocator.over(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("heap");
        }
    }
}
