package dev.ashlar.alloc.heap;

import dev.ashlar.memory.HeapDamagedException;
import org.jspecify.annotations.Nullable;

/**
 * The tier for small blocks: runs of equal slots, which are taken from the large tier and given back to it when they
 * are empty.
 *
 * <p>The state of each slot is in its {@link Run}, on the Java heap: two stores into the linear memory would cost as
 * much as the rest of a pair of operations. {@link FileJournal} makes one, for memories that outlive the process.
 *
 * <p>Each class retains one empty run, its spare, so that allocating and freeing a block in turn does not take a run
 * and give it back each time. Spares are given back before the large tier grows the memory or refuses a request.
 *
 * <p><b>Errors in the middle.</b> Allocating, freeing and resizing a slot make no call after the one that commits
 * ({@link Journal#storeState}, which does nothing in a heap that ends with the process), and nothing before it changes
 * the contents of the heap. So they happen or do not. Everything that needs more is a change of the large tier, see
 * {@link Journal}.
 *
 * <p>Every method that makes such a change catches what it throws and {@linkplain #stop stops} the heap. Nothing relies
 * on that: when the stack is nearly used up, HotSpot unwinds compiled methods without running their handlers, and a
 * handler can itself overflow the stack. Then the note in the journal alone stops every change except those of single
 * slots, which are complete in themselves.
 *
 * <p>It counts the bytes of the whole heap, so all changes of the large tier go through it. The counts are fields of
 * this class, since one more object on the hot paths takes a tenth of their time.
 */
final class SmallTier extends Usage implements RunOwner<Run> {
    private final LargeTier large;
    private final Journal journal;
    private final RunIndex runs;
    private final @Nullable Run[] spares = new Run[SizeClasses.COUNT + 1];

    /** The heads of all classes; or {@link RunIndex#NO_HEADS}, so that no slot is taken. */
    RunGroup[] heads;

    SmallTier(LargeTier large, RunIndex runs) {
        this.large = large;
        this.journal = large.journal();
        this.runs = runs;
        this.heads = runs.heads();
    }

    RunIndex runs() {
        return runs;
    }

    /**
     * Allocates a slot, or a block of the large tier if there is no slot and no room for a run, and returns its
     * address, or 0. Not zeroed.
     */
    long allocate(int sizeClass, long length, long alignment) {
        RunGroup group = heads[sizeClass];
        long withFreeSlot = group.withFreeSlot;
        if (withFreeSlot == 0) {
            return allocateFromNext(sizeClass, length, alignment);
        }
        Run run = group.run(Long.numberOfTrailingZeros(withFreeSlot));
        long free = run.freeSlots;
        int slot = Long.numberOfTrailingZeros(free);
        free &= free - 1;
        long stillFree = withFreeSlot ^ ifZero(free, run.groupBit);
        int state = run.stateFor(length);
        long address = run.addressOf(slot);
        byte[] states = run.states;
        journal.storeState(run, slot, state);
        // No call from here on.
        run.freeSlots = free;
        group.withFreeSlot = stillFree;
        states[slot] = (byte) state;
        long used = byteSize + length;
        byteSize = used;
        if (used > peakByteSize) {
            peakByteSize = used;
        }
        return address;
    }

    /** The length of the live slot that starts at an address in that run, or -1 if none does. */
    long lengthAt(long address, Run run) {
        int slot = run.slotStartingAt(address);
        return slot < 0 ? -1 : run.lengthOf(slot);
    }

    /**
     * Frees the live slot at an address in that run, if it has this length or {@link PlainHeap#ANY_LENGTH} is given.
     * Returns the length that it has, or -1 if none starts there. If a group has to be listed or a run given back, that
     * is done if {@code mayChange}; otherwise nothing is done, and {@link PlainHeap#NEEDS_CHANGE} returned.
     */
    long free(long address, Run run, long length, boolean mayChange) {
        int slot = run.slotNumber(address);
        if (!run.hasSlot(slot)) {
            return -1;
        }
        int state = run.state(slot);
        if (Integer.compareUnsigned(state - 1, SlotRun.WIDE - 1) >= 0) {
            return state == 0 ? -1 : freeFurther(address, run, length, mayChange);
        }
        long found = run.lengthIn(state);
        if (length != PlainHeap.ANY_LENGTH && found != length) {
            return found;
        }
        long free = run.freeSlots | 1L << slot;
        RunGroup group = run.group;
        long withFreeSlot = group.withFreeSlot;
        if ((withFreeSlot == 0 && !group.isListed) || (free == run.allSlots && !becomesSpare(run))) {
            return freeFurther(address, run, length, mayChange);
        }
        byte[] states = run.states;
        journal.storeState(run, slot, 0);
        // No call from here on.
        run.freeSlots = free;
        group.withFreeSlot = withFreeSlot | run.groupBit;
        states[slot] = 0;
        byteSize -= found;
        return found;
    }

    /**
     * Gives the live slot at an address in that run another length, if a state byte can hold the slack; returns whether
     * that was done.
     */
    boolean resize(long address, Run run, long length) {
        if (!SizeClasses.isTold(run.slotByteSize - length)) {
            return false;
        }
        int slot = run.slotStartingAt(address);
        setLength(run, slot, length, run.stateFor(length));
        return true;
    }

    /**
     * Gives the live slot at an address in that run any shorter length. It goes on occupying the whole slot: for when
     * there is no room elsewhere.
     */
    void shorten(long address, Run run, long length) {
        int slot = run.slotStartingAt(address);
        short[] lengths = run.makeWideLengths();
        int slack = (int) (run.slotByteSize - length);
        if (run.state(slot) == SlotRun.WIDE) {
            long used = byteSize - run.lengthOf(slot) + length;
            // In a file this commits; then no call.
            journal.storeSlack(run, slot, slack);
            byteSize = used;
        } else {
            journal.storeSlack(run, slot, slack);
            setLength(run, slot, length, SlotRun.WIDE);
        }
        lengths[slot] = (short) length;
    }

    private void setLength(Run run, int slot, long length, int state) {
        long used = byteSize - run.lengthOf(slot) + length;
        byte[] states = run.states;
        journal.storeState(run, slot, state);
        // No call from here on.
        states[slot] = (byte) state;
        byteSize = used;
        if (used > peakByteSize) {
            peakByteSize = used;
        }
    }

    /**
     * Makes a run that gets empty the spare of its class, unless the class has another one; returns whether the run is
     * the spare.
     */
    private boolean becomesSpare(Run run) {
        Run spare = spares[run.sizeClass()];
        if (spare != null && spare != run && spare.isEmpty()) {
            return false;
        }
        spares[run.sizeClass()] = run;
        return true;
    }

    /** Returns {@code result} if {@code bits} is 0, otherwise 0, without a branch: see {@link RunGroup}. */
    private static long ifZero(long bits, long result) {
        return ((bits - 1) & ~bits) >> (Long.SIZE - 1) & result;
    }

    /** Allocates a block of the large tier, counts it, and returns its address, or 0. Not zeroed. */
    long allocateLarge(long length, long alignment) {
        journal.requireSettled();
        try {
            long address = large.allocate(length, alignment);
            if (address != 0) {
                long used = byteSize + length;
                byteSize = used;
                if (used > peakByteSize) {
                    peakByteSize = used;
                }
            }
            return address;
        } catch (Throwable failure) {
            stop(failure);
            throw failure;
        }
    }

    /**
     * Frees the live block of the large tier at an address, if it has this length or {@link PlainHeap#ANY_LENGTH} is
     * given. Returns the length that it has, or -1 if there is none.
     */
    long freeLarge(long address, long length) {
        journal.requireSettled();
        try {
            return freeLargeMoved(address, length);
        } catch (Throwable failure) {
            stop(failure);
            throw failure;
        }
    }

    private long freeLargeMoved(long address, long length) {
        long found = large.free(address, length);
        if (found >= 0 && (found == length || length == PlainHeap.ANY_LENGTH)) {
            byteSize -= found;
        }
        return found;
    }

    /** Gives a live block of the large tier another length where it lies, if possible. */
    boolean resizeLarge(long address, long length, long newLength) {
        journal.requireSettled();
        try {
            boolean isDone = large.resize(address, newLength);
            if (isDone) {
                long used = byteSize - length + newLength;
                byteSize = used;
                if (used > peakByteSize) {
                    peakByteSize = used;
                }
            }
            return isDone;
        } catch (Throwable failure) {
            stop(failure);
            throw failure;
        }
    }

    /** As {@link LargeTier#makeRoom}. */
    boolean makeRoomLarge(long address, long newLength) {
        journal.requireSettled();
        try {
            return large.makeRoom(address, newLength);
        } catch (Throwable failure) {
            stop(failure);
            throw failure;
        }
    }

    /** Copies bytes of a live block to another one, and frees it. */
    void move(long from, long to, long byteSize) {
        journal.requireSettled();
        journal.operand = from;
        journal.movedTo = to;
        try {
            journal.noteMove();
            journal.copyPayload(from, to, byteSize);
            freeMoved(from);
            journal.endMove();
        } catch (Throwable failure) {
            if (failure instanceof HeapDamagedException && journal.change == 0) {
                // Found before anything was changed: the block has not moved.
                journal.endMove();
            }
            stop(failure);
            throw failure;
        }
    }

    /** Frees a live block, whether or not a move is under way. */
    void freeMoved(long address) {
        Run run = runs.at(address);
        if (run == null) {
            freeLargeMoved(address, PlainHeap.ANY_LENGTH);
        } else {
            int slot = run.slotStartingAt(address);
            tidy(run, slot, run.lengthOf(slot));
        }
    }

    /** Returns whether a live block starts at an address, whatever change is under way. */
    boolean isLive(long address) {
        Run run = runs.at(address);
        return (run == null ? large.lengthAt(address) : lengthAt(address, run)) >= 0;
    }

    /**
     * Stops the heap if an error has cut off a change: replaces the tables that the hot paths read, so that they find
     * nothing, and the slower paths find the note in the journal.
     *
     * @throws IllegalStateException instead of a failure that only a second thread can cause
     */
    private void stop(Throwable failure) {
        journal.failure = failure;
        if ((journal.change | journal.movedTo) != 0) {
            journal.isStopped = true;
            hide();
        }
        if (failure instanceof NullPointerException || failure instanceof ArrayIndexOutOfBoundsException) {
            throw Damage.severalThreads(failure);
        }
    }

    /** Hides slots and runs from now on: requests go to the large tier, which finds the reason. */
    void hide() {
        heads = RunIndex.NO_HEADS;
        runs.pages = RunIndex.NO_PAGES;
    }

    @SuppressWarnings("ReferenceEquality") // the ones that stand for none are one array
    private boolean isHidden() {
        return heads == RunIndex.NO_HEADS;
    }

    /**
     * Allocates from the group after the full one, or from a new run. A separate method, since it is rare, and it
     * completes the allocation, so that the hot path need not save any values.
     */
    private long allocateFromNext(int sizeClass, long length, long alignment) {
        if (!addRoom(sizeClass)) {
            return allocateLarge(length, alignment);
        }
        if (heads[sizeClass].withFreeSlot == 0) {
            // Room was added just now, and another thread has taken it: this must not go on until the stack ends.
            throw Damage.severalThreads();
        }
        return allocate(sizeClass, length, alignment);
    }

    /**
     * Removes full groups of a class, and makes a run if there is no other group; returns whether the class has a free
     * slot now.
     */
    private boolean addRoom(int sizeClass) {
        journal.requireSettled();
        if (isHidden()) {
            return false;
        }
        try {
            return runs.dropFullHeads(sizeClass) != RunGroup.NONE
                    || large.allocateNextRun(sizeClass, runs.heldByteSize(sizeClass), this) != null;
        } catch (Throwable failure) {
            stop(failure);
            throw failure;
        }
    }

    /** Frees a slot if that takes more than a few stores. A separate method, as {@link #allocateFromNext}. */
    private long freeFurther(long address, Run run, long length, boolean mayChange) {
        if (!mayChange) {
            return PlainHeap.NEEDS_CHANGE;
        }
        journal.requireSettled();
        try {
            int slot = run.slotStartingAt(address);
            long found = slot < 0 ? -1 : run.lengthOf(slot);
            return found >= 0 && (found == length || length == PlainHeap.ANY_LENGTH) ? tidy(run, slot, found) : found;
        } catch (Throwable failure) {
            stop(failure);
            throw failure;
        }
    }

    /**
     * Frees a slot, lists its group and, if its run is empty then, makes the run the spare or gives it back. Returns
     * {@code found}.
     */
    private long tidy(Run run, int slot, long found) {
        long free = run.freeSlots | 1L << slot;
        if (free == run.allSlots && !becomesSpare(run)) {
            large.freeRun(run, this);
            byteSize -= found;
            return found;
        }
        runs.relist(run.group);
        RunGroup group = run.group;
        byte[] states = run.states;
        journal.storeState(run, slot, 0);
        // No call from here on.
        run.freeSlots = free;
        group.withFreeSlot |= run.groupBit;
        states[slot] = 0;
        byteSize -= found;
        return found;
    }

    @Override
    public Run prepare(int shape, long address) {
        return runs.prepare(shape, address);
    }

    /** {@inheritDoc} It is the spare until a slot is taken from it, which an error may prevent. */
    @Override
    public void enter(Run run) {
        becomesSpare(run);
        runs.enter(run);
    }

    /** {@inheritDoc} A slot that is being freed together with its run is free from here on. */
    @Override
    public void leave(Run run) {
        runs.remove(run);
        run.freeSlots = run.allSlots;
    }

    /** Makes an empty run the spare of its class, or gives it back if the class already has one. */
    void makeSpareOrGiveBack(Run run) {
        if (!becomesSpare(run)) {
            large.freeRun(run, this);
        }
    }

    /** As {@link #giveSparesBack}, as a separate change; in a persistent heap cuts the wilderness off too. */
    void release() {
        journal.requireSettled();
        try {
            giveSparesBack();
            if (journal.isPersistent()) {
                large.freeSpace().cutWilderness();
            }
        } catch (Throwable failure) {
            stop(failure);
            throw failure;
        }
    }

    /** Gives back the spares, and returns whether there were any. */
    boolean giveSparesBack() {
        boolean any = false;
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            Run spare = spares[sizeClass];
            if (spare != null && spare.isEmpty()) {
                large.freeRun(spare, this);
                any = true;
            }
            spares[sizeClass] = null;
        }
        return any;
    }
}
