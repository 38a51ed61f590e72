package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breaks each invariant by hand and sees its number. */
class HeapCheckerTest {
    private final LinearMemory memory = LinearMemory.create(1, 1);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);
    private long live;
    private long firstFree;
    private long secondFree;

    /** Lays out: live, free, live, free, live, free wilderness. */
    @BeforeEach
    void layOut() {
        live = allocator.allocateAddress(1_000) - 8;
        firstFree = allocator.allocateAddress(1_000) - 8;
        allocator.allocateAddress(1_000);
        secondFree = allocator.allocateAddress(1_000) - 8;
        allocator.allocateAddress(1_000);
        allocator.freeAddress(firstFree + 8);
        allocator.freeAddress(secondFree + 8);
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void check_whenMagicIsGone_reportsI1() {
        memory.storeI8(3, 0);
        assertBroken(1);
    }

    @Test
    void check_whenVersionIsAnother_reportsI1() {
        memory.storeI32(8, 99);
        assertBroken(1);
    }

    @Test
    void check_whenTheSizeIsAnother_reportsI1() {
        memory.storeI64(24, 128);
        assertBroken(1);
    }

    @Test
    void check_whenSomethingIsUnderWay_reportsI16() {
        memory.storeI64(32, 1);
        assertBroken(16);
        memory.storeI64(32, 0);
        memory.storeI64(48, live + 8);
        assertBroken(16);
    }

    @Test
    void check_whenAnySingleBitOfAHeaderIsAnother_reportsIt() {
        long word = memory.loadI64(live);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            memory.storeI64(live, word ^ 1L << bit);
            assertThat(HeapChecker.check(allocator)).as("bit %d", bit).isNotEmpty();
        }
    }

    @Test
    void check_whenTagIsGone_reportsI2() {
        memory.storeI8(live + 7, 0);
        assertBroken(2);
    }

    @Test
    void check_whenSizeLeadsOutOfTheHeap_reportsI2() {
        memory.storeI32(live + 2, 0xFFFF);
        assertBroken(2);
    }

    @Test
    void check_whenSizeIsTooSmall_reportsI2() {
        memory.storeI64(live, BlockFormat.tagged((memory.loadI64(live) & ~0xFFF0L) | 16));
        assertBroken(2);
    }

    @Test
    void check_whenEndHeaderIsOverwritten_reportsI2() {
        memory.storeI64(memory.byteSize() - 8, 0);
        assertBroken(2);
    }

    @Test
    void check_whenSlackExceedsTheBlock_reportsI3() {
        long tiny = allocator.allocateAddress(2_000) - 8;
        allocator.reallocateAddress(tiny + 8, 8);
        memory.storeI8(tiny + 6, 100);
        memory.storeI64(tiny, BlockFormat.tagged(memory.loadI64(tiny)));
        assertBroken(3);
    }

    @Test
    void check_whenTheFlagForAFreePredecessorIsMissing_reportsI4() {
        long afterFree = secondFree + 1_008;
        memory.storeI64(afterFree, memory.loadI64(afterFree) & ~2L);
        assertBroken(4);
    }

    @Test
    void check_whenAFreeBlockFollowsAFreeBlock_reportsI5() {
        long between = firstFree + 1_008;
        memory.storeI64(between, BlockFormat.tagged(memory.loadI64(between) & ~1L));
        assertBroken(5);
    }

    @Test
    void check_whenAFooterDiffers_reportsI6() {
        memory.storeI64(firstFree + 1_000, 992);
        assertBroken(6);
    }

    @Test
    void check_whenALinkLeadsToALiveBlock_reportsI7() {
        memory.storeI64(secondFree + 8, live);
        assertBroken(7);
    }

    @Test
    void check_whenAListLosesABlock_reportsI7() {
        memory.storeI64(secondFree + 8, 0);
        assertBroken(7);
    }

    @Test
    void check_whenAListRunsInACircle_reportsI7() {
        memory.storeI64(firstFree + 8, secondFree);
        assertBroken(7);
        assertThat(HeapChecker.check(allocator).toString()).contains("twice in the lists");
    }

    @Test
    void check_whenABackLinkDiffers_reportsI7() {
        memory.storeI64(firstFree + 16, 0);
        assertBroken(7);
    }

    @Test
    void check_whenABinIsEmptyButMarked_reportsI8() {
        FreeLists lists = Inside.heapOf(allocator).large().freeLists();
        int bin = FreeLists.binOf(4_000);
        lists.mark(bin);
        assertBroken(8);
    }

    @Test
    void check_whenTheBlockIndexMissesABlock_reportsI9() {
        Inside.heapOf(allocator).large().blockIndex().removeLive(live + 8);
        assertBroken(9);
    }

    @Test
    void check_whenTheBlockIndexHasOneTooMany_reportsI9() {
        Inside.heapOf(allocator).large().blockIndex().addLive(firstFree + 8);
        assertBroken(9);
    }

    @Test
    void check_whenCountsDiffer_reportsI10() {
        Inside.heapOf(allocator).small().allocated(1);
        assertBroken(10);
    }

    @Test
    void check_whenTheEndDoesNotKnowOfItsFreePredecessor_reportsI4() {
        long length = allocator.stats().largestFreeByteSize();
        allocator.freeAddress(allocator.allocateAddress(length));
        long end = memory.byteSize() - 8;
        memory.storeI64(end, BlockFormat.tagged(memory.loadI64(end) ^ 2L));
        assertBroken(4);
    }

    @Test
    void check_whenTheBlockIndexMissesAFreeBlock_reportsI9() {
        Inside.heapOf(allocator).large().blockIndex().removeFree(firstFree + 8);
        assertBroken(9);
    }

    @Test
    void check_whenThreadsShareTheHeap_reportsAlike() {
        try (LinearMemory other = LinearMemory.create(1, 1)) {
            SharedAllocator shared = SharedAllocator.over(other);
            long block = shared.allocateAddress(5_000) - 8;
            assertThat(HeapChecker.check(shared)).isEmpty();
            other.storeI8(block + 7, 0);
            assertThat(HeapChecker.check(shared))
                    .extracting(HeapChecker.Finding::invariant)
                    .containsExactly(2);
        }
    }

    private void assertBroken(int invariant) {
        List<HeapChecker.Finding> findings = HeapChecker.check(allocator);
        assertThat(findings).extracting(HeapChecker.Finding::invariant).contains(invariant);
        assertThat(findings.getFirst().toString()).matches("I\\d+ at \\d+: .+");
    }
}
