package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunShapeTest {
    @Test
    void slotStartingAt_whenAnyOffsetOfAnyShape_agreesWithDivision() {
        for (int shape = 1; shape <= RunShape.COUNT; shape++) {
            long geometry = RunShape.geometry(shape);
            int slotByteSize = RunShape.slotByteSize(geometry);
            for (int offset = 0; offset < RunShape.runByteSize(geometry); offset++) {
                boolean isStart = offset % slotByteSize == 0 && offset / slotByteSize < RunShape.slotCount(geometry);
                assertThat(RunShape.slotStartingAt(geometry, offset)).isEqualTo(isStart ? offset / slotByteSize : -1);
            }
        }
    }

    @Test
    void geometry_whenAnyShape_holdsSlotsStatesAndTheNextHeader() {
        assertThat(RunShape.COUNT).isLessThan(256);
        for (int shape = 1; shape <= RunShape.COUNT; shape++) {
            long geometry = RunShape.geometry(shape);
            int slots = RunShape.slotCount(geometry);
            assertThat(RunShape.statesOffset(geometry)).isEqualTo(slots * RunShape.slotByteSize(geometry));
            assertThat(RunShape.statesOffset(geometry) + slots + 8).isLessThanOrEqualTo(RunShape.runByteSize(geometry));
            assertThat(Long.bitCount(RunShape.allSlots(geometry))).isEqualTo(slots);
            assertThat(RunShape.allSlots(geometry) & 1).isOne();
        }
    }

    /** The numbers stand in memory: whoever changes this table changes the format and must count up its version. */
    @Test
    void geometry_whenTheFormatVersionIsTheSame_isTheSame() {
        long digest = 0;
        for (int shape = 1; shape <= RunShape.COUNT; shape++) {
            long geometry = RunShape.geometry(shape);
            digest = digest * 31 + RunShape.slotByteSize(geometry);
            digest = digest * 31 + RunShape.slotCount(geometry);
            digest = digest * 31 + RunShape.runByteSize(geometry);
        }
        assertThat(BlockFormat.VERSION).isEqualTo(1);
        assertThat(RunShape.COUNT).isEqualTo(134);
        assertThat(digest).isEqualTo(0L);
    }

    @Test
    void next_whenAClassGrows_takesLargerRunsOfThatClass() {
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            long before = 0;
            for (long held = 0; held < 1 << 20; held = held * 2 + 512) {
                long geometry = RunShape.geometry(RunShape.next(sizeClass, held));
                assertThat(RunShape.sizeClass(geometry)).isEqualTo(sizeClass);
                assertThat((long) RunShape.runByteSize(geometry)).isGreaterThanOrEqualTo(before);
                before = RunShape.runByteSize(geometry);
            }
        }
    }
}
