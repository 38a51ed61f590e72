package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks each invariant of the small tier by hand and sees its number. */
class RunCheckerTest {
    @TempDir
    private Path folder;

    private LinearMemory memory;
    private LinkedListAllocator allocator;
    private RunIndex index;
    private Run run;

    /** In a file, so that the state bytes are kept. One run of 64-byte slots: the first one live, the second one free, the third one live. */
    @BeforeEach
    void layOut() throws IOException {
        memory = LinearMemory.map(folder.resolve("heap"), 1, 1);
        allocator = LinkedListAllocator.over(memory);
        index = Inside.heapOf(allocator).small().runs();
        long first = allocator.allocateAddress(64);
        long second = allocator.allocateAddress(60);
        allocator.allocateAddress(50);
        allocator.freeAddress(second);
        run = index.head(SizeClasses.of(64)).run(0);
        assertThat(run.address).isEqualTo(first);
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void check_whenTheShapeDoesNotExist_reportsI11() {
        setShape(255);
        assertBroken(11);
    }

    @Test
    void check_whenTheShapeIsOfALargerRun_reportsI11() {
        int largest = RunShape.next(run.sizeClass(), Long.MAX_VALUE);
        setShape(largest);
        assertBroken(11);
    }

    @Test
    void check_whenAStateHasMoreSlackThanTheSlot_reportsI12() {
        memory.storeI8(run.stateAddress(0), 65);
        assertBroken(12);
    }

    @Test
    void check_whenTheIndexKnowsNothingOfTheRun_reportsI13() {
        index.remove(run);
        assertBroken(13);
    }

    @Test
    void check_whenTheIndexKnowsARunThatIsNone_reportsI13() {
        index.enter(index.prepare(RunShape.first(1), 32_768));
        assertBroken(13);
    }

    @Test
    void check_whenAFreeSlotIsLiveInTheIndex_reportsI14() {
        memory.storeI8(run.stateAddress(0), 0);
        assertBroken(14);
    }

    @Test
    void check_whenALiveSlotIsFreeInTheIndex_reportsI14() {
        memory.storeI8(run.stateAddress(1), 1);
        assertBroken(14);
    }

    @Test
    void check_whenARunWithRoomIsInNoList_reportsI15() {
        index.unlist(run.group);
        assertBroken(15);
    }

    @Test
    void check_whenTheIndexHasAnotherLength_reportsI14() {
        run.states[0] = 2;
        assertBroken(14);
    }

    @Test
    void check_whenAGroupMissesTheBitOfARunWithRoom_reportsI15() {
        run.group.withFreeSlot = 0;
        assertBroken(15);
    }

    /** The bytes in the memory are not valid in a heap that ends with the process: what the checker reads is the index. */
    @Test
    void check_whenTheHeapIsNotKept_readsTheIndexInsteadOfTheStateBytes() {
        try (LinearMemory other = LinearMemory.create(1, 1)) {
            LinkedListAllocator volatileHeap = LinkedListAllocator.over(other);
            volatileHeap.allocateAddress(64);
            Run slots = Inside.heapOf(volatileHeap)
                    .small()
                    .runs()
                    .head(SizeClasses.of(64))
                    .run(0);
            other.storeI8(slots.stateAddress(1), 1);
            assertThat(HeapChecker.check(volatileHeap)).isEmpty();
            slots.states[1] = 1;
            assertThat(HeapChecker.check(volatileHeap))
                    .extracting(HeapChecker.Finding::invariant)
                    .contains(14);
        }
    }

    private void setShape(int shape) {
        long block = run.address - 8;
        memory.storeI8(block + 6, shape);
        memory.storeI64(block, BlockFormat.tagged(memory.loadI64(block)));
    }

    private void assertBroken(int invariant) {
        assertThat(HeapChecker.check(allocator))
                .extracting(HeapChecker.Finding::invariant)
                .contains(invariant);
    }
}
