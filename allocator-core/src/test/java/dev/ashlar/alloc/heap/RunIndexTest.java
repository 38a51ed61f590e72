package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.Footprint;
import org.junit.jupiter.api.Test;

class RunIndexTest {
    private static final long HIGH = 9L << 30;

    @Test
    void at_whenAnyNumber_isTheRunThatItLiesInOrNull() {
        RunIndex index = new RunIndex();
        for (long address : new long[] {512, 65_536 - 512, HIGH, HIGH + 131_072}) {
            Run run = index.prepare(RunShape.first(1), address);
            assertThat(index.at(address)).isNull();
            index.enter(run);
            assertThat(index.at(address)).isSameAs(run);
            assertThat(index.at(address + 511)).isSameAs(run);
            for (long other :
                    new long[] {address - 1, address + 512, -address, address | 1L << 62, address | 1L << 40}) {
                assertThat(index.at(other)).as("address %d", other).isNull();
            }
            index.remove(run);
            assertThat(index.at(address)).isNull();
        }
    }

    /** One reference for each page of 64 KiB below the runs, and half as many to spare: no more. */
    @Test
    void enter_whenRunsLieAbove9GiB_holdsHardlyMoreThanForRunsBelow() {
        long pages = HIGH / 65_536;
        assertThat(bytesOfRunsFrom(HIGH) - bytesOfRunsFrom(0)).isLessThanOrEqualTo(pages * 4 * 3 / 2 + 4_096);
    }

    private static long bytesOfRunsFrom(long base) {
        RunIndex index = new RunIndex();
        int shape = RunShape.next(SizeClasses.of(40), Long.MAX_VALUE);
        for (int i = 0; i < 5_000; i++) {
            index.enter(index.prepare(shape, base + (long) i * RunShape.runByteSize(shape)));
        }
        return Footprint.bytesOf(index);
    }
}
