package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunShapeTest {
    @Test
    void slotStartingAt_whenAnyOffsetOfAnyShape_agreesWithDivision() {
        long address = 5L << 40;
        for (int shape = 1; shape <= RunShape.COUNT; shape++) {
            Run run = new RunGroup(RunShape.sizeClass(shape)).prepare(shape, address);
            for (int offset = 0; offset < RunShape.runByteSize(shape); offset++) {
                boolean isStart = offset % run.slotByteSize == 0 && offset < RunShape.statesOffset(shape);
                assertThat(run.slotStartingAt(address + offset)).isEqualTo(isStart ? offset / run.slotByteSize : -1);
            }
        }
    }

    @Test
    void run_whenOfAnyShape_holdsSlotsStatesAndTheNextHeader() {
        assertThat(RunShape.COUNT).isLessThan(256);
        for (int shape = 1; shape <= RunShape.COUNT; shape++) {
            Run run = new RunGroup(RunShape.sizeClass(shape)).prepare(shape, 0);
            int slots = RunShape.slotCount(shape);
            assertThat(RunShape.statesOffset(shape)).isEqualTo(slots * run.slotByteSize);
            boolean canBeWide = run.slotByteSize - 1 > SizeClasses.MAX_SLACK;
            long end = canBeWide ? run.slackAddress(slots) : run.stateAddress(slots);
            assertThat(end + 8).isLessThanOrEqualTo(RunShape.runByteSize(shape));
            assertThat(run.slackAddress(0)).isEven().isGreaterThanOrEqualTo(run.stateAddress(slots));
            assertThat(Long.bitCount(run.allSlots)).isEqualTo(slots);
            assertThat(run.allSlots & 1).isOne();
            assertThat(run.isEmpty()).isTrue();
        }
    }

    /** The numbers stand in memory: whoever changes this table changes the format and must count up its version. */
    @Test
    void shapes_whenTheFormatVersionIsTheSame_areTheSame() {
        long digest = 0;
        for (int shape = 1; shape <= RunShape.COUNT; shape++) {
            digest = digest * 31 + RunShape.slotByteSize(shape);
            digest = digest * 31 + RunShape.slotCount(shape);
            digest = digest * 31 + RunShape.runByteSize(shape);
        }
        assertThat(Preamble.VERSION).isEqualTo(2);
        assertThat(RunShape.COUNT).isEqualTo(134);
        assertThat(digest).isEqualTo(-886_818_095_832_148_033L);
    }

    @Test
    void next_whenAClassGrows_takesLargerRunsOfThatClass() {
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            long before = 0;
            for (long held = 0; held < 1 << 20; held = held * 2 + 512) {
                int shape = RunShape.next(sizeClass, held);
                assertThat(RunShape.sizeClass(shape)).isEqualTo(sizeClass);
                assertThat((long) RunShape.runByteSize(shape)).isGreaterThanOrEqualTo(before);
                before = RunShape.runByteSize(shape);
            }
        }
    }
}
