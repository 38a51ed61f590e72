package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.LinearMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breaks each invariant of the small tier by hand and sees its number. */
class RunCheckerTest {
    private final LinearMemory memory = LinearMemory.create(1, 1);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);
    private final RunIndex index = allocator.heap().small().runs();
    private Run run = Run.NONE;

    /** One run of 64-byte slots: the first one live, the second one free, the third one live. */
    @BeforeEach
    void layOut() {
        long first = allocator.allocateAddress(64);
        long second = allocator.allocateAddress(60);
        allocator.allocateAddress(50);
        allocator.freeAddress(second);
        run = index.head(SizeClasses.of(64));
        assertThat(run.address).isEqualTo(first);
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void check_whenTheShapeDoesNotExist_reportsI11() {
        memory.storeI8(run.address - 8 + 6, 255);
        assertBroken(11);
    }

    @Test
    void check_whenTheShapeIsOfALargerRun_reportsI11() {
        int largest = RunShape.next(run.sizeClass, Long.MAX_VALUE);
        memory.storeI8(run.address - 8 + 6, largest);
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
        index.add(new Run(RunShape.first(1), 32_768));
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
        index.dropHead(run.sizeClass);
        assertBroken(15);
    }

    private void assertBroken(int invariant) {
        assertThat(HeapChecker.check(allocator))
                .extracting(HeapChecker.Finding::invariant)
                .contains(invariant);
    }
}
