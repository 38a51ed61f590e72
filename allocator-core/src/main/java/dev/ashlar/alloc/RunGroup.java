package dev.ashlar.alloc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Up to 64 runs of one class, with a bit for each that has a free slot.
 *
 * <p>So a class finds a slot with two looks at bits, the run's and the slot's, and keeps both up without a branch: which
 * runs are full changes so often and so irregularly that no branch on it would be predicted.
 */
final class RunGroup {
    private static final int MAX_RUNS = Long.SIZE;

    /** Stands at the head of a class without groups: it never has a free slot. */
    static final RunGroup NONE = new RunGroup(0);

    final int sizeClass;

    private final @Nullable Run[] runs = new Run[MAX_RUNS];

    /** The numbers of the runs that have a free slot, as bits. */
    long withFreeSlot;

    /** The numbers of the runs that there are, as bits. */
    private long taken;

    @Nullable
    RunGroup next;

    @Nullable
    RunGroup previous;

    RunGroup(int sizeClass) {
        this.sizeClass = sizeClass;
    }

    /** The run that has a number. */
    Run run(int number) {
        return Objects.requireNonNull(runs[number]);
    }

    boolean hasRoom() {
        return taken != -1L;
    }

    /** Makes a run of a shape at an address, all slots free; there must be room. */
    Run add(int shape, long address) {
        int number = Long.numberOfTrailingZeros(~taken);
        Run run = new Run(shape, address, this, 1L << number);
        runs[number] = run;
        taken |= run.groupBit;
        withFreeSlot |= run.groupBit;
        return run;
    }

    void remove(Run run) {
        runs[Long.numberOfTrailingZeros(run.groupBit)] = null;
        taken &= ~run.groupBit;
        withFreeSlot &= ~run.groupBit;
    }
}
