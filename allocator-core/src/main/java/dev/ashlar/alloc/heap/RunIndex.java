package dev.ashlar.alloc.heap;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of the small tier: a table that finds the run at an address, and for each class the list of the groups with
 * a free slot.
 *
 * <p>A class takes slots from the head of its list until that group is full, and then goes on to the group that has
 * been in the list longest, since that one has gathered most free slots. A full group leaves the list only then, so
 * that the hot paths touch no list. Everything is O(1), the growth of the table being amortised, except {@link
 * #forEach}.
 */
class RunIndex {
    /** The heads of a heap that hides its runs: no slot can be taken. */
    static final RunGroup[] NO_HEADS = new RunGroup[SizeClasses.COUNT + 1];

    private static final @Nullable Run[] NO_RUNS = new Run[RunTable.GRANULES_PER_PAGE];
    /** The table of a heap that hides its runs: no run is found. */
    static final @Nullable Run[][] NO_PAGES = new Run[0][];

    static {
        Arrays.fill(NO_HEADS, RunGroup.NONE);
    }

    /** The {@link RunTable}, or {@link #NO_PAGES}. */
    @Nullable
    Run[][] pages = NO_PAGES;

    /** As {@link #pages}, but not replaced when the runs are hidden. */
    private @Nullable Run[][] allPages = NO_PAGES;

    private final RunGroup[] heads = NO_HEADS.clone();
    private final @Nullable RunGroup[] lasts = new RunGroup[SizeClasses.COUNT + 1];

    /** The group that takes the next run, for each class. */
    private final RunGroup[] growing = NO_HEADS.clone();

    private final long[] heldByteSizes = new long[SizeClasses.COUNT + 1];

    /** The run in which the byte at {@code address}, which may be any number, lies. */
    final @Nullable Run at(long address) {
        return at(pages, address);
    }

    private static @Nullable Run at(@Nullable Run[][] table, long address) {
        long page = address >>> RunTable.LOG_PAGE;
        return page < table.length
                ? table[(int) page][(int) (address >>> RunTable.LOG_GRANULE) & (RunTable.GRANULES_PER_PAGE - 1)]
                : null;
    }

    /** The group from which a class takes slots, which may be full, or {@link RunGroup#NONE}. */
    final RunGroup head(int sizeClass) {
        return heads[sizeClass];
    }

    /** The heads of all classes, in the array that is updated: this saves the allocating path a load. */
    final RunGroup[] heads() {
        return heads;
    }

    /** The bytes of all runs of a class. */
    final long heldByteSize(int sizeClass) {
        return heldByteSizes[sizeClass];
    }

    /** Puts a group that may have been full back into the list of its class. */
    void relist(RunGroup group) {
        if (!group.isListed) {
            append(group);
        }
    }

    /**
     * Removes full groups at the head of a class, and returns the head, which has a free slot, or {@link
     * RunGroup#NONE}.
     *
     * @throws IllegalStateException if two threads have corrupted the list
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

    /**
     * Makes a run of a shape at an address, all slots free, and makes room for it. It is in no index before {@link
     * #enter}.
     */
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

    /** Enters a run that was {@linkplain #prepare prepared}: from the last store on, slots can be taken from it. */
    void enter(Run run) {
        RunTable.fill(pages, run, run);
        heldByteSizes[run.sizeClass()] += RunShape.runByteSize(run.shape);
        RunGroup group = run.group;
        if (!group.isListed && run.freeSlots != 0) {
            append(group);
        }
        group.enter(run);
    }

    /** Removes a run whose slots are all free: from the first store on, no slot can be taken from it. */
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

    /** As {@link #at}, even if the runs are hidden. */
    final @Nullable Run knownAt(long address) {
        return at(allPages, address);
    }

    /** Passes every run once, in the order of addresses, to a visitor: walks over the table. */
    final void forEach(Consumer<Run> visitor) {
        RunTable.forEach(pages, visitor);
    }

    /** The number of entries of the table that hold a run. */
    final long granules() {
        return RunTable.granules(pages);
    }

    private void append(RunGroup group) {
        RunGroup last = lasts[group.sizeClass];
        group.isListed = true;
        group.next = null;
        group.previous = last;
        if (last != null) {
            last.next = group;
        } else {
            heads[group.sizeClass] = group;
        }
        lasts[group.sizeClass] = group;
    }

    /** Removes a group from the list of its class. */
    final void unlist(RunGroup group) {
        RunGroup after = group.next;
        RunGroup before = group.previous;
        if (after != null) {
            after.previous = before;
        } else {
            lasts[group.sizeClass] = before;
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
