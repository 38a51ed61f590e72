package dev.ashlar.alloc.heap;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of the small tier: which one a piece of memory belongs to, and for each class the list of the groups that
 * have a free slot.
 *
 * <p>A class takes slots from the head of its list until that group is full, and goes on to the one that has been in the
 * list longest: it has gathered most. A full group leaves the list only then, so that the ordinary paths touch no list
 * at all. Everything is O(1), growth of the table amortised, but for {@link #forEach}.
 */
class RunIndex {
    /** Stands for the heads of a heap that takes no slots. */
    static final RunGroup[] NO_HEADS = new RunGroup[SizeClasses.COUNT + 1];

    private static final @Nullable Run[] NO_RUNS = new Run[RunTable.GRANULES_PER_PAGE];
    /** Stands for the table of a heap that answers as if there were no runs. */
    static final @Nullable Run[][] NO_PAGES = new Run[0][];

    static {
        Arrays.fill(NO_HEADS, RunGroup.NONE);
    }

    /** The {@link RunTable}, or {@link #NO_PAGES}. */
    @Nullable
    Run[][] pages = NO_PAGES;

    /** As {@link #pages}, and stays so when those are replaced. */
    private @Nullable Run[][] allPages = NO_PAGES;

    private final RunGroup[] heads = NO_HEADS.clone();
    private final @Nullable RunGroup[] tails = new RunGroup[SizeClasses.COUNT + 1];

    /** For each class the group that takes its next run. */
    private final RunGroup[] growing = NO_HEADS.clone();

    private final long[] heldByteSizes = new long[SizeClasses.COUNT + 1];

    /** The run that the byte at {@code address} lies in, whatever number that is. */
    final @Nullable Run at(long address) {
        return at(pages, address);
    }

    private static @Nullable Run at(@Nullable Run[][] table, long address) {
        long page = address >>> RunTable.LOG_PAGE;
        return page < table.length
                ? table[(int) page][(int) (address >>> RunTable.LOG_GRANULE) & (RunTable.GRANULES_PER_PAGE - 1)]
                : null;
    }

    /** The group that a class takes slots from, which may be full, or {@link RunGroup#NONE}. */
    final RunGroup head(int sizeClass) {
        return heads[sizeClass];
    }

    /** The heads of all classes, in the array that is kept up: one load less for the path that allocates. */
    final RunGroup[] heads() {
        return heads;
    }

    /** Bytes of all runs of a class. */
    final long heldByteSize(int sizeClass) {
        return heldByteSizes[sizeClass];
    }

    /** Lists a group that may have been full. */
    void relist(RunGroup group) {
        if (!group.isListed) {
            append(group);
        }
    }

    /**
     * Lets full groups at the head of a class go, and returns the head that has a free slot, or {@link RunGroup#NONE}.
     *
     * @throws IllegalStateException if two threads have mixed the list up
     */
    final RunGroup dropFullHeads(int sizeClass) {
        RunGroup head = heads[sizeClass];
        while (head != RunGroup.NONE && head.withFreeSlot == 0) {
            if (!head.isListed) {
                throw Damage.severalThreads();
            }
            unlist(head);
            head = heads[sizeClass];
        }
        return head;
    }

    /** Makes a run of a shape at an address, all slots free, and room for it. It is in no index before {@link #enter}. */
    Run prepare(int shape, long address) {
        int sizeClass = RunShape.sizeClass(shape);
        RunGroup group = growing[sizeClass];
        if (!group.hasRoom()) {
            group = new RunGroup(sizeClass);
            growing[sizeClass] = group;
        }
        @Nullable Run[][] table = RunTable.withRoom(pages, NO_RUNS, address, RunShape.runByteSize(shape));
        allPages = table;
        pages = table;
        return group.prepare(shape, address);
    }

    /** Enters a run that was {@linkplain #prepare prepared}: with the last store slots can be taken of it. */
    void enter(Run run) {
        RunTable.fill(pages, run, run);
        heldByteSizes[run.sizeClass()] += RunShape.runByteSize(run.shape);
        RunGroup group = run.group;
        if (!group.isListed && run.freeSlots != 0) {
            append(group);
        }
        group.enter(run);
    }

    /** Takes out a run whose slots are all free: after the first store no slot can be taken of it. */
    void remove(Run run) {
        RunGroup group = run.group;
        group.remove(run);
        if (group.withFreeSlot == 0 && group.isListed) {
            unlist(group);
        }
        RunTable.fill(pages, run, null);
        heldByteSizes[run.sizeClass()] -= RunShape.runByteSize(run.shape);
        if (!growing[run.sizeClass()].hasRoom()) {
            growing[run.sizeClass()] = group;
        }
    }

    /** As {@link #at}, whether or not {@link #pages} were replaced. */
    final @Nullable Run knownAt(long address) {
        return at(allPages, address);
    }

    /** Visits every run once, in the order of addresses: a walk over the table. */
    final void forEach(Consumer<Run> visitor) {
        RunTable.forEach(pages, visitor);
    }

    /** The number of entries of the table that hold a run. */
    final long granules() {
        return RunTable.granules(pages);
    }

    private void append(RunGroup group) {
        RunGroup tail = tails[group.sizeClass];
        group.isListed = true;
        group.next = null;
        group.previous = tail;
        if (tail != null) {
            tail.next = group;
        } else {
            heads[group.sizeClass] = group;
        }
        tails[group.sizeClass] = group;
    }

    /** Takes a group out of the list of its class. */
    final void unlist(RunGroup group) {
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
        group.isListed = false;
    }
}
