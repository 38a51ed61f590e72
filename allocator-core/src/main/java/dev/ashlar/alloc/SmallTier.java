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
        if (run == 0) {
            run = addRun(sizeClass);
            if (run == 0) {
                return 0;
            }
        }
        long free = runs.freeSlots(run);
        int slot = Long.numberOfTrailingZeros(free);
        long address = RunIndex.addressOf(run);
        format.setSlotLive(address, sizeClass, slot, length);
        runs.setFreeSlots(run, sizeClass, free & (free - 1));
        return address + (long) slot * SizeClasses.slotByteSize(sizeClass);
    }

    /** The class of the run that an address lies in, or 0 if it lies in none. */
    int classAt(long address) {
        return runs.classAt(address);
    }

    /** The length of the live slot that starts at an address inside a run of that class, or -1 if none does. */
    long lengthAt(long address, int sizeClass) {
        int run = RunIndex.runAt(address, sizeClass);
        int slot = slotStartingAt(address, run, sizeClass);
        if (slot < 0 || (runs.freeSlots(run) >>> slot & 1) != 0) {
            return -1;
        }
        return format.slotLength(RunIndex.addressOf(run), sizeClass, slot);
    }

    /** Frees the live slot at an address inside a run of that class and returns its length, or -1 if none starts there. */
    long free(long address, int sizeClass) {
        int run = RunIndex.runAt(address, sizeClass);
        int slot = slotStartingAt(address, run, sizeClass);
        long bit = 1L << slot;
        long free = runs.freeSlots(run);
        if (slot < 0 || (free & bit) != 0) {
            return -1;
        }
        long runAddress = RunIndex.addressOf(run);
        long length = format.slotLength(runAddress, sizeClass, slot);
        format.setSlotFree(runAddress, sizeClass, slot);
        runs.setFreeSlots(run, sizeClass, free | bit);
        if ((free | bit) == SizeClasses.allSlots(sizeClass)) {
            keepOrGiveBack(run, sizeClass);
        }
        return length;
    }

    /** Gives a live slot another length, which must fit. */
    void resize(long address, int sizeClass, long length) {
        int run = RunIndex.runAt(address, sizeClass);
        format.setSlotLive(RunIndex.addressOf(run), sizeClass, slotStartingAt(address, run, sizeClass), length);
    }

    /** The number of the slot that starts at exactly this address, or -1. */
    private static int slotStartingAt(long address, int run, int sizeClass) {
        int offset = (int) (address - RunIndex.addressOf(run));
        int slot = SizeClasses.slotAt(sizeClass, offset);
        boolean isStart =
                slot * SizeClasses.slotByteSize(sizeClass) == offset && slot < SizeClasses.slotCount(sizeClass);
        return isStart ? slot : -1;
    }

    private int addRun(int sizeClass) {
        long address = large.allocateRun(sizeClass);
        if (address == 0) {
            return 0;
        }
        int run = RunIndex.runAt(address, sizeClass);
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
        return run != 0 && runs.freeSlots(run) == SizeClasses.allSlots(sizeClass);
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
