package dev.ashlar.alloc;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of the small tier: which one a piece of memory belongs to, and for each class the list of the groups that
 * have a free slot.
 *
 * <p>A class takes slots from the head of its list until that group is full, and goes on to the one that has been in the
 * list longest: it has gathered most. A full group leaves the list only then, so that the ordinary paths touch no list
 * at all. Everything is O(1), growth of the table amortised, but for {@link #forEachGranule}.
 */
final class RunIndex {
    private static final int LOG_GRANULE = Integer.numberOfTrailingZeros(RunShape.MIN_RUN_BYTE_SIZE);

    private @Nullable Run[] runs = new Run[128];
    private final RunGroup[] heads = new RunGroup[SizeClasses.COUNT + 1];
    private final @Nullable RunGroup[] tails = new RunGroup[SizeClasses.COUNT + 1];

    /** For each class the group that takes its next run. */
    private final RunGroup[] growing = new RunGroup[SizeClasses.COUNT + 1];

    private final long[] heldByteSizes = new long[SizeClasses.COUNT + 1];

    RunIndex() {
        Arrays.fill(heads, RunGroup.NONE);
        Arrays.setAll(growing, RunGroup::new);
    }

    /** The run that the byte at {@code address} lies in, whatever number that is. */
    @Nullable
    Run at(long address) {
        int granule = (int) (address >>> LOG_GRANULE);
        Run[] table = runs;
        if (Integer.compareUnsigned(granule, table.length) >= 0) {
            return null;
        }
        Run run = table[granule];
        return address >>> LOG_GRANULE == granule ? run : null;
    }

    /** The group that a class takes slots from, which may be full, or {@link RunGroup#NONE}. */
    RunGroup head(int sizeClass) {
        return heads[sizeClass];
    }

    /** The heads of all classes, in the array that is kept up: one look less for the path that allocates. */
    RunGroup[] heads() {
        return heads;
    }

    /** Bytes of all runs of a class. */
    long heldByteSize(int sizeClass) {
        return heldByteSizes[sizeClass];
    }

    /** Lists a group that was full. The head of a class is still in its list. */
    void relist(RunGroup group) {
        if (heads[group.sizeClass] != group) {
            append(group);
        }
    }

    /** Lets the head of a class go that is full, and returns the next head, or {@link RunGroup#NONE}. */
    RunGroup dropHead(int sizeClass) {
        RunGroup head = heads[sizeClass];
        if (head != RunGroup.NONE) {
            unlink(head);
        }
        return heads[sizeClass];
    }

    /** Makes a run of a shape at an address, all slots free. */
    Run add(int shape, long address) {
        int sizeClass = RunShape.sizeClass(shape);
        RunGroup group = growing(sizeClass);
        boolean isListed = group.withFreeSlot != 0 || heads[sizeClass] == group;
        Run run = group.add(shape, address);
        if (!isListed) {
            append(group);
        }
        enter(run);
        return run;
    }

    /** Enters a run of a shape at an address that is there already, with the states of its slots. */
    Run adopt(int shape, long address, byte[] states) {
        int sizeClass = RunShape.sizeClass(shape);
        RunGroup group = growing(sizeClass);
        boolean isListed = group.withFreeSlot != 0 || heads[sizeClass] == group;
        Run run = group.add(shape, address);
        run.setStates(states);
        if (run.freeSlots == 0) {
            group.withFreeSlot &= ~run.groupBit;
        }
        if (!isListed && group.withFreeSlot != 0) {
            append(group);
        }
        enter(run);
        return run;
    }

    /** Takes out a run whose slots are all free. */
    void remove(Run run) {
        int byteSize = RunShape.runByteSize(run.shape);
        int granule = (int) (run.address >>> LOG_GRANULE);
        Arrays.fill(runs, granule, granule + (byteSize >>> LOG_GRANULE), null);
        heldByteSizes[run.sizeClass()] -= byteSize;
        RunGroup group = run.group;
        group.remove(run);
        if (group.withFreeSlot == 0) {
            unlink(group);
        }
        if (!growing[run.sizeClass()].hasRoom()) {
            growing[run.sizeClass()] = group;
        }
    }

    /** Forgets all runs. */
    void clear() {
        runs = new Run[0];
        Arrays.fill(heads, RunGroup.NONE);
        Arrays.fill(tails, null);
    }

    /** Visits every run once for each 512 bytes of it, in the order of addresses: a walk over the table. */
    void forEachGranule(Consumer<Run> visitor) {
        for (Run run : runs) {
            if (run != null) {
                visitor.accept(run);
            }
        }
    }

    /** The group that takes the next run of a class. */
    private RunGroup growing(int sizeClass) {
        RunGroup group = growing[sizeClass];
        if (!group.hasRoom()) {
            group = new RunGroup(sizeClass);
            growing[sizeClass] = group;
        }
        return group;
    }

    private void enter(Run run) {
        int byteSize = RunShape.runByteSize(run.shape);
        int granule = (int) (run.address >>> LOG_GRANULE);
        int end = granule + (byteSize >>> LOG_GRANULE);
        if (end > runs.length) {
            runs = Arrays.copyOf(runs, Math.max(end, runs.length * 2));
        }
        Arrays.fill(runs, granule, end, run);
        heldByteSizes[run.sizeClass()] += byteSize;
    }

    private void append(RunGroup group) {
        RunGroup tail = tails[group.sizeClass];
        group.next = null;
        group.previous = tail;
        if (tail != null) {
            tail.next = group;
        } else {
            heads[group.sizeClass] = group;
        }
        tails[group.sizeClass] = group;
    }

    private void unlink(RunGroup group) {
        RunGroup after = group.next;
        RunGroup before = group.previous;
        if (after != null) {
            after.previous = before;
        } else {
            tails[group.sizeClass] = before;
        }
        if (before != null) {
            before.next = after;
        } else {
            heads[group.sizeClass] = after == null ? RunGroup.NONE : after;
        }
        group.next = null;
        group.previous = null;
    }
}
