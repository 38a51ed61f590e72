package dev.ashlar.alloc;

import org.jspecify.annotations.Nullable;

/**
 * The tier of small sizes: runs of equal slots, which are taken from the large tier and go back to it when they are
 * empty.
 *
 * <p>What each slot holds is known to its {@link Run}, on the Java heap: two stores into the linear memory cost as much
 * as all else that a pair of operations does. {@link KeptSmallTier} makes them, for memories that outlive the process.
 *
 * <p>Each class keeps one empty run back, so that a block allocated and freed by turns does not take a run and return it
 * each time. What is kept back goes to the large tier before that grows the memory or refuses.
 *
 * <p>It counts the bytes of the whole heap: in fields of its own, since one object more that the hot paths touch takes a
 * tenth of their time.
 */
class SmallTier extends Usage {
    private final LargeTier large;
    private final RunIndex runs = new RunIndex();
    private final RunGroup[] heads = runs.heads();
    private final @Nullable Run[] spares = new Run[SizeClasses.COUNT + 1];

    SmallTier(LargeTier large) {
        this.large = large;
        large.onShortage(this::giveSparesBack);
    }

    final RunIndex runs() {
        return runs;
    }

    /** Says what a slot is from now on: 0 for free, else slack + 1. */
    void setState(Run run, int slot, int state) {
        run.setState(slot, state);
    }

    /**
     * Allocates a slot, or a block of the large tier if there is none and no room for a run, and returns its address, or 0.
     * Not zeroed.
     */
    final long allocate(int sizeClass, long length, long alignment) {
        RunGroup group = heads[sizeClass];
        long withFreeSlot = group.withFreeSlot;
        if (withFreeSlot == 0) {
            return allocateFromNext(sizeClass, length, alignment);
        }
        Run run = group.run(Long.numberOfTrailingZeros(withFreeSlot));
        long free = run.freeSlots;
        int slot = Long.numberOfTrailingZeros(free);
        free &= free - 1;
        run.freeSlots = free;
        group.withFreeSlot = withFreeSlot ^ ifZero(free, run.groupBit);
        setState(run, slot, run.stateFor(length));
        allocated(length);
        return run.addressOf(slot);
    }

    /** The length of the live slot that starts at an address in that run, or -1 if none does. */
    final long lengthAt(long address, Run run) {
        int slot = run.slotStartingAt(address);
        return slot < 0 ? -1 : run.lengthOf(slot);
    }

    /**
     * Frees the live slot at an address in that run, if it has this length or {@link PlainHeap#ANY_LENGTH} is given. Returns
     * the length that it has, or -1 if none starts there.
     */
    final long free(long address, Run run, long length) {
        int slot = run.slotNumber(address);
        if (!run.hasSlot(slot)) {
            return -1;
        }
        int state = run.state(slot);
        if (state == 0) {
            return -1;
        }
        long found = run.lengthIn(state);
        if (length != PlainHeap.ANY_LENGTH && found != length) {
            return found;
        }
        setState(run, slot, 0);
        long free = run.freeSlots | 1L << slot;
        run.freeSlots = free;
        RunGroup group = run.group;
        long withFreeSlot = group.withFreeSlot;
        group.withFreeSlot = withFreeSlot | run.groupBit;
        freed(found);
        boolean isChange = withFreeSlot == 0 || free == run.allSlots;
        return isChange ? changed(run, withFreeSlot == 0, found) : found;
    }

    /** Whether the live slot at an address in that run took another length, which it does if that fits. */
    final boolean resize(long address, Run run, long length) {
        long slack = run.slotByteSize - length;
        if (slack < 0 || slack > SizeClasses.MAX_SLACK) {
            return false;
        }
        int slot = run.slotStartingAt(address);
        long before = run.lengthOf(slot);
        setState(run, slot, run.stateFor(length));
        resized(before, length);
        return true;
    }

    /** {@code result} if {@code bits} is 0, else 0, without a branch: see {@link RunGroup}. */
    private static long ifZero(long bits, long result) {
        return ((bits - 1) & ~bits) >> (Long.SIZE - 1) & result;
    }

    /** Allocates a block of the large tier, which is counted here too, and returns its address, or 0. Not zeroed. */
    final long allocateLarge(long length, long alignment) {
        long address = large.allocate(length, alignment);
        if (address != 0) {
            allocated(length);
        }
        return address;
    }

    /**
     * Allocates from the group after the one that is full, or from a new run. Apart, since it is rare, and to the end: the
     * hot path keeps nothing that it would need afterwards.
     */
    private long allocateFromNext(int sizeClass, long length, long alignment) {
        boolean isThere = runs.dropHead(sizeClass) != RunGroup.NONE || addRun(sizeClass);
        return isThere ? allocate(sizeClass, length, alignment) : allocateLarge(length, alignment);
    }

    /** Gives a class one more run, or returns {@code false} if there is no room. */
    private boolean addRun(int sizeClass) {
        long address = large.allocateNextRun(sizeClass, runs.heldByteSize(sizeClass));
        if (address != 0) {
            runs.add(large.shapeAt(address), address);
        }
        return address != 0;
    }

    /**
     * What follows from the first free slot of a group, or from the last one of a run: apart, as {@link #allocateFromNext}.
     * Returns {@code found}.
     */
    private long changed(Run run, boolean groupWasFull, long found) {
        if (groupWasFull) {
            runs.relist(run.group);
        }
        if (run.isEmpty()) {
            keepOrGiveBack(run);
        }
        return found;
    }

    /** Keeps an empty run of a class back, or gives it back if that is done already. */
    final void keepOrGiveBack(Run run) {
        Run spare = spares[run.sizeClass()];
        if (spare != null && spare != run && spare.isEmpty()) {
            giveBack(run);
        } else {
            spares[run.sizeClass()] = run;
        }
    }

    private boolean giveSparesBack() {
        boolean any = false;
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            Run spare = spares[sizeClass];
            spares[sizeClass] = null;
            if (spare != null && spare.isEmpty()) {
                giveBack(spare);
                any = true;
            }
        }
        return any;
    }

    private void giveBack(Run run) {
        runs.remove(run);
        large.freeRun(run.address);
    }
}
