package dev.ashlar.alloc.heap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Up to 64 runs of one class, with a bit for each that has a free slot.
 *
 * <p>So a class finds a slot with two bit searches, for the run and for the slot, and updates both sets of bits without
 * a branch: runs become full or not so often and so irregularly that a branch on it would be mispredicted.
 */
final class RunGroup {
    private static final int MAX_RUNS = Long.SIZE;
    private static final int FIRST_RUNS = 4;

    /** The head of a class without groups: it never has a free slot, and takes no run. */
    static final RunGroup NONE = new RunGroup();

    final int sizeClass;

    private @Nullable Run[] runs;

    /** The numbers of the runs that have a free slot, as bits. */
    long withFreeSlot;

    /** The numbers that are assigned to runs, as bits. */
    private long taken;

    /**
     * Whether the group is in the list of its class. A group without a free slot may stay in the list until it is the
     * head.
     */
    boolean isListed;

    @Nullable
    RunGroup next;

    @Nullable
    RunGroup previous;

    RunGroup(int sizeClass) {
        this.sizeClass = sizeClass;
        this.runs = new Run[FIRST_RUNS];
    }

    private RunGroup() {
        this.sizeClass = 0;
        this.runs = new Run[0];
        this.taken = -1L;
    }

    /**
     * Returns the run with a number.
     *
     * @throws IllegalStateException if there is none, which can happen if two threads use the heap at once
     */
    Run run(int number) {
        Run run = runs[number];
        if (run == null) {
            throw Damage.severalThreads();
        }
        return run;
    }

    boolean hasRoom() {
        return taken != -1L;
    }

    /** Makes a run of a shape at an address, all slots free, and makes room for it; a number must be free. */
    Run prepare(int shape, long address) {
        int number = Long.numberOfTrailingZeros(~taken);
        if (number >= runs.length) {
            runs = Arrays.copyOf(runs, Math.min(MAX_RUNS, runs.length * 4));
        }
        return new Run(shape, address, this, 1L << number);
    }

    /** Enters a run that was prepared; sets its bit last. */
    void enter(Run run) {
        runs[Long.numberOfTrailingZeros(run.groupBit)] = run;
        taken |= run.groupBit;
        withFreeSlot |= run.freeSlots == 0 ? 0 : run.groupBit;
    }

    /** Removes a run; clears its bit first. */
    void remove(Run run) {
        withFreeSlot &= ~run.groupBit;
        taken &= ~run.groupBit;
        runs[Long.numberOfTrailingZeros(run.groupBit)] = null;
    }
}
