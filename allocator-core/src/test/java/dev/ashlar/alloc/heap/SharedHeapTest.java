package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.AllocatorStats;
import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads that are held up inside, or meet at one block. */
@Timeout(120)
class SharedHeapTest {
    private final LinearMemory memory = LinearMemory.create(1, 1_024);
    private final SharedAllocator allocator = SharedAllocator.over(memory);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void smallBlocks_whenAThreadIsHeldUpInTheLargeTier_areAllocatedAndFreed() {
        long address = allocator.allocateAddress(40);
        Inside.heapOf(allocator).large().lock.lock();
        try {
            for (int i = 0; i < 10_000; i++) {
                allocator.freeAddress(address);
                address = allocator.allocateAddress(40);
            }
        } finally {
            Inside.heapOf(allocator).large().lock.held = false;
        }
        allocator.freeAddress(address);
    }

    @Test
    void blocks_whenThreadsAreHeldUpInAllStripesButOne_areAllocatedAndFreed() {
        SharedLargeTier large = Inside.heapOf(allocator).large();
        int count = large.stripes().length;
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            blocks.add(allocator.allocateAddress(40));
        }
        for (int i = 1; i < count; i++) {
            large.stripe(i).lock.lock();
        }
        try {
            blocks.forEach(allocator::freeAddress);
            blocks.clear();
            for (int i = 0; i < 10_000; i++) {
                blocks.add(allocator.allocateAddress(1 + i % 600));
            }
            blocks.forEach(allocator::freeAddress);
        } finally {
            for (int i = 1; i < count; i++) {
                large.stripe(i).lock.held = false;
            }
        }
        assertThat(allocator.stats().liveBlocks()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    /** As an error leaves them that comes when the block is taken away and the slot is not free yet. */
    @Test
    void recover_whenSlotsAreLost_givesThemBack() {
        SharedHeap heap = Inside.heapOf(allocator);
        long kept = allocator.allocateAddress(40);
        List<Long> blocks = LongStream.generate(() -> allocator.allocateAddress(40))
                .limit(100)
                .boxed()
                .toList();
        for (long block : blocks) {
            SharedRun run = (SharedRun) Objects.requireNonNull(heap.slotsAt(block));
            assertThat(run.claim(run.slotStartingAt(block), 40)).isEqualTo(40);
        }
        assertThat(allocator.lostByteSize()).isEqualTo(100 * 48);
        assertThat(allocator.stats().liveBlocks()).isEqualTo(1);
        assertThat(allocator.stats().usedByteSize()).isEqualTo(40);
        allocator.recover();
        assertThat(allocator.lostByteSize()).isZero();
        assertThat(allocator.stats().liveBlocks()).isEqualTo(1);
        assertThat(HeapChecker.check(allocator)).isEmpty();
        allocator.freeAddress(kept);
        AllocatorStats stats = allocator.stats();
        assertThat(stats.largestFreeByteSize())
                .isEqualTo(
                        stats.committedByteSize() - BlockFormat.PREAMBLE_BYTE_SIZE - 2 * BlockFormat.HEADER_BYTE_SIZE);
    }

    /** One thread gives blocks another length, one frees them with the old length, and one with the new one. */
    @ParameterizedTest
    @CsvSource({"400, 16", "16, 12", "512, 1", "500, 300"})
    void shorten_whenOtherThreadsFreeTheBlock_oneOfThemWins(long length, long newLength) throws Exception {
        SharedHeap heap = Inside.heapOf(allocator);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 100; round++) {
                long[] blocks = LongStream.generate(() -> allocated(heap, length))
                        .limit(500)
                        .toArray();
                CyclicBarrier start = new CyclicBarrier(3);
                Future<long[]> withOld = threads.submit(() -> each(blocks, start, block -> heap.free(block, length)));
                Future<long[]> withNew =
                        threads.submit(() -> each(blocks, start, block -> heap.free(block, newLength)));
                long[] shortened =
                        each(blocks, start, block -> heap.shorten(block, length, newLength, 16) ? newLength : -1);
                for (int i = 0; i < blocks.length; i++) {
                    boolean isShort = shortened[i] == newLength;
                    assertThat(withOld.get()[i] == length).isNotEqualTo(isShort);
                    boolean isFreed = !isShort || withNew.get()[i] == newLength;
                    assertThat(heap.lengthAt(blocks[i])).isEqualTo(isFreed ? -1 : newLength);
                    assertThat(heap.free(blocks[i], PlainHeap.ANY_LENGTH)).isEqualTo(isFreed ? -1 : newLength);
                }
            }
        }
        assertThat(allocator.usedByteSize()).isZero();
        assertThat(allocator.lostByteSize()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    /** A block of a length in a slot of 512 bytes. */
    private static long allocated(SharedHeap heap, long length) {
        long block = heap.allocate(512);
        assertThat(length == 512 || heap.shorten(block, 512, length, 16)).isTrue();
        return block;
    }

    private static long[] each(long[] blocks, CyclicBarrier start, LongUnaryOperator operation) throws Exception {
        start.await();
        return LongStream.of(blocks).map(operation).toArray();
    }
}
