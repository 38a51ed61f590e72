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
        long geometry = SizeClasses.geometry(sizeClass);
        long address = RunIndex.addressOf(run);
        format.setSlotLive(address, geometry, slot, length);
        runs.setFreeSlotsOfHead(run, free & (free - 1));
        return address + (long) slot * SizeClasses.slotByteSize(geometry);
    }

    /** The class of the run that an address lies in, or 0 if it lies in none. */
    int classAt(long address) {
        return runs.classAt(address);
    }

    /** The length of the live slot that starts at an address inside a run of that class, or -1 if none does. */
    long lengthAt(long address, int sizeClass) {
        long geometry = SizeClasses.geometry(sizeClass);
        long run = SizeClasses.runAddress(geometry, address);
        int slot = SizeClasses.slotStartingAt(geometry, (int) (address - run));
        return slot < 0 ? -1 : format.slotLength(run, geometry, slot);
    }

    /** Frees the live slot at an address inside a run of that class and returns its length, or -1 if none starts there. */
    long free(long address, int sizeClass) {
        long geometry = SizeClasses.geometry(sizeClass);
        long runAddress = SizeClasses.runAddress(geometry, address);
        int slot = SizeClasses.slotStartingAt(geometry, (int) (address - runAddress));
        if (slot < 0) {
            return -1;
        }
        long length = format.slotLength(runAddress, geometry, slot);
        if (length < 0) {
            return -1;
        }
        format.setSlotFree(runAddress, geometry, slot);
        int run = RunIndex.runAt(runAddress);
        long free = runs.freeSlots(run) | 1L << slot;
        runs.setFreeSlots(run, sizeClass, free);
        if (free == SizeClasses.allSlots(geometry)) {
            keepOrGiveBack(run, sizeClass);
        }
        return length;
    }

    /** Gives a live slot another length, which must fit. */
    void resize(long address, int sizeClass, long length) {
        long geometry = SizeClasses.geometry(sizeClass);
        long run = SizeClasses.runAddress(geometry, address);
        format.setSlotLive(run, geometry, SizeClasses.slotStartingAt(geometry, (int) (address - run)), length);
    }

    /** A run with a free slot, now the head of its class, or 0 if there is no room for another one. */
    private int nextRun(int sizeClass) {
        int run = runs.dropHead(sizeClass);
        if (run != 0) {
            return run;
        }
        long address = large.allocateRun(sizeClass);
        if (address == 0) {
            return 0;
        }
        run = RunIndex.runAt(address);
        runs.add(run, sizeClass);
        return run;
    }

    private void keepOrGiveBack(int run, int sizeClass) {
        if (isSpare(spares[sizeClass], sizeClass) && spares[sizeClass] != run) {
            giveBack(run, sizeClass);
        } else {
            spares[sizeClass] = run;
        }
    }

    /** Whether what was kept back is still empty, and a run at all. */
    private boolean isSpare(int run, int sizeClass) {
        return run != 0 && runs.freeSlots(run) == SizeClasses.allSlots(SizeClasses.geometry(sizeClass));
    }

    private boolean giveSparesBack() {
        boolean any = false;
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            int run = spares[sizeClass];
            spares[sizeClass] = 0;
            if (isSpare(run, sizeClass)) {
                giveBack(run, sizeClass);
                any = true;
            }
        }
        return any;
    }

    private void giveBack(int run, int sizeClass) {
        runs.remove(run, sizeClass);
        large.freeRun(RunIndex.addressOf(run));
    }
}
