package dev.ashlar.alloc;

/**
 * The tier of small sizes: runs of equal slots, which are taken from the large tier and go back to it when they are
 * empty.
 *
 * <p>A slot's state byte in the linear memory says whether it is live and how long it is; the one store to it commits
 * allocating, freeing and resizing. To find a free slot, {@link RunIndex} keeps the same facts as bits.
 *
 * <p>Each class keeps one empty run back, so that a block allocated and freed by turns does not take a run and return it
 * each time. What is kept back goes to the large tier before that grows the memory or refuses.
 */
final class SmallTier {
    private final BlockFormat format;
    private final LargeTier large;
    private final RunIndex runs = new RunIndex();
    private final int[] spares = new int[SizeClasses.COUNT + 1];

    SmallTier(BlockFormat format, LargeTier large) {
        this.format = format;
        this.large = large;
        large.onShortage(this::giveSparesBack);
    }

    RunIndex runIndex() {
        return runs;
    }

    /** Allocates a slot and returns its address, or 0 if none is free and there is no room for a run. Not zeroed. */
    long allocate(int sizeClass, long length) {
        int run = runs.head(sizeClass);
        long free = runs.freeSlots(run);
        if (free == 0) {
            run = nextRun(sizeClass);
            if (run == 0) {
                return 0;
            }
            free = runs.freeSlots(run);
        }
        int slot = Long.numberOfTrailingZeros(free);
        long geometry = runs.geometry(run);
        long address = RunIndex.addressOf(run);
        format.setSlotLive(address, geometry, slot, length);
        runs.setFreeSlotsOfHead(run, free & (free - 1));
        return address + (long) slot * RunShape.slotByteSize(geometry);
    }

    /** The shape of the run that an address lies in, or 0 if it lies in none. */
    int shapeAt(long address) {
        return runs.shapeAt(address);
    }

    /** The length of the live slot that starts at an address inside a run of that shape, or -1 if none does. */
    long lengthAt(long address, int shape) {
        long geometry = RunShape.geometry(shape);
        long run = RunShape.runAddress(geometry, address);
        int slot = RunShape.slotStartingAt(geometry, (int) (address - run));
        return slot < 0 ? -1 : format.slotLength(run, geometry, slot);
    }

    /**
     * Frees the live slot at an address inside a run of that shape, if it has this length or {@link Heap#ANY_LENGTH} is
     * given. Returns the length that it has, or -1 if none starts there.
     */
    long free(long address, int shape, long length) {
        long geometry = RunShape.geometry(shape);
        long runAddress = RunShape.runAddress(geometry, address);
        int slot = RunShape.slotStartingAt(geometry, (int) (address - runAddress));
        if (slot < 0) {
            return -1;
        }
        long found = format.slotLength(runAddress, geometry, slot);
        if (found < 0 || (found != length && length != Heap.ANY_LENGTH)) {
            return found;
        }
        format.setSlotFree(runAddress, geometry, slot);
        int run = RunIndex.runAt(runAddress);
        long free = runs.freeSlots(run) | 1L << slot;
        runs.setFreeSlots(run, RunShape.sizeClass(geometry), free);
        if (free == RunShape.allSlots(geometry)) {
            keepOrGiveBack(run, RunShape.sizeClass(geometry));
        }
        return found;
    }

    /** Whether the live slot at an address inside a run of that shape took another length, which it does if that fits. */
    boolean resize(long address, int shape, long length) {
        long geometry = RunShape.geometry(shape);
        long slack = RunShape.slotByteSize(geometry) - length;
        if (slack < 0 || slack > SizeClasses.MAX_SLACK) {
            return false;
        }
        long run = RunShape.runAddress(geometry, address);
        format.setSlotLive(run, geometry, RunShape.slotStartingAt(geometry, (int) (address - run)), length);
        return true;
    }

    /** How many slots are live: a walk over the runs. */
    long liveSlots() {
        long[] live = {0};
        runs.forEachRun(run -> live[0] += RunShape.slotCount(runs.geometry(run)) - Long.bitCount(runs.freeSlots(run)));
        return live[0];
    }

    /** A run with a free slot, now the head of its class, or 0 if there is no room for another one. */
    private int nextRun(int sizeClass) {
        int run = runs.dropHead(sizeClass);
        if (run != 0) {
            return run;
        }
        return addRun(sizeClass);
    }

    /** Prefers a smaller run in space that is free already to growing the memory for a larger one. */
    private int addRun(int sizeClass) {
        int wanted = RunShape.next(sizeClass, runs.heldByteSize(sizeClass));
        int shape = wanted;
        long address = large.allocateFreeRun(shape);
        while (address == 0 && shape > RunShape.first(sizeClass)) {
            shape--;
            address = large.allocateFreeRun(shape);
        }
        if (address == 0) {
            shape = wanted;
            address = large.allocateRun(shape);
        }
        if (address == 0) {
            return 0;
        }
        int run = RunIndex.runAt(address);
        runs.add(run, shape);
        return run;
    }

    private void keepOrGiveBack(int run, int sizeClass) {
        int spare = spares[sizeClass];
        if (spare != run && isSpare(spare, sizeClass)) {
            giveBack(run);
        } else {
            spares[sizeClass] = run;
        }
    }

    /** Whether what was kept back for a class is still one of its runs, and still empty. */
    private boolean isSpare(int run, int sizeClass) {
        if (run == 0) {
            return false;
        }
        long geometry = runs.geometry(run);
        return RunShape.sizeClass(geometry) == sizeClass && runs.freeSlots(run) == RunShape.allSlots(geometry);
    }

    private boolean giveSparesBack() {
        boolean any = false;
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            int run = spares[sizeClass];
            spares[sizeClass] = 0;
            if (isSpare(run, sizeClass)) {
                giveBack(run);
                any = true;
            }
        }
        return any;
    }

    private void giveBack(int run) {
        runs.remove(run);
        large.freeRun(RunIndex.addressOf(run));
    }
}
