package dev.ashlar.alloc;

import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The tier of small sizes: runs of equal slots, which are taken from the large tier and go back to it when they are
 * empty.
 *
 * <p>A slot's state byte in the linear memory says whether it is live and how long it is; the one store to it commits
 * allocating, freeing and resizing. To find a free slot, {@link Run} keeps the same facts as bits.
 *
 * <p>Each class keeps one empty run back, so that a block allocated and freed by turns does not take a run and return it
 * each time. What is kept back goes to the large tier before that grows the memory or refuses.
 */
final class SmallTier {
    private final Memory bytes;
    private final LargeTier large;
    private final RunIndex runs = new RunIndex();
    private final @Nullable Run[] spares = new Run[SizeClasses.COUNT + 1];

    SmallTier(Memory bytes, LargeTier large) {
        this.bytes = bytes;
        this.large = large;
        large.onShortage(this::giveSparesBack);
    }

    RunIndex runs() {
        return runs;
    }

    /** Allocates a slot and returns its address, or 0 if none is free and there is no room for a run. Not zeroed. */
    long allocate(int sizeClass, long length) {
        Run run = runs.head(sizeClass);
        long free = run.freeSlots;
        if (free == 0) {
            run = nextRun(sizeClass);
            free = run.freeSlots;
            if (free == 0) {
                return 0;
            }
        }
        int slot = Long.numberOfTrailingZeros(free);
        BlockFormat.setSlotLive(bytes, run, slot, length);
        run.freeSlots = free & (free - 1);
        return run.addressOf(slot);
    }

    /** The run that an address lies in. */
    @Nullable
    Run runAt(long address) {
        return runs.at(address);
    }

    /** The length of the live slot that starts at an address in that run, or -1 if none does. */
    long lengthAt(long address, Run run) {
        int slot = run.slotStartingAt(address);
        return slot < 0 ? -1 : BlockFormat.slotLength(bytes, run, slot);
    }

    /**
     * Frees the live slot at an address in that run, if it has this length or {@link Heap#ANY_LENGTH} is given. Returns
     * the length that it has, or -1 if none starts there.
     */
    long free(long address, Run run, long length) {
        int slot = run.slotStartingAt(address);
        if (slot < 0) {
            return -1;
        }
        long found = BlockFormat.slotLength(bytes, run, slot);
        if (found < 0 || (found != length && length != Heap.ANY_LENGTH)) {
            return found;
        }
        BlockFormat.setSlotFree(bytes, run, slot);
        long before = run.freeSlots;
        long free = before | 1L << slot;
        run.freeSlots = free;
        if (before == 0) {
            runs.relist(run);
        } else if (free == run.allSlots) {
            keepOrGiveBack(run);
        }
        return found;
    }

    /** Whether the live slot at an address in that run took another length, which it does if that fits. */
    boolean resize(long address, Run run, long length) {
        long slack = run.slotByteSize - length;
        if (slack < 0 || slack > SizeClasses.MAX_SLACK) {
            return false;
        }
        BlockFormat.setSlotLive(bytes, run, run.slotStartingAt(address), length);
        return true;
    }

    /** A run with a free slot, now the head of its class, or {@link Run#NONE} if there is no room for another one. */
    private Run nextRun(int sizeClass) {
        Run run = runs.dropHead(sizeClass);
        return run == Run.NONE ? addRun(sizeClass) : run;
    }

    /** Prefers a smaller run in space that is free already to growing the memory for a larger one. */
    private Run addRun(int sizeClass) {
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
            return Run.NONE;
        }
        Run run = new Run(shape, address);
        runs.add(run);
        return run;
    }

    private void keepOrGiveBack(Run run) {
        Run spare = spares[run.sizeClass];
        if (spare != null && spare != run && spare.isEmpty()) {
            giveBack(run);
        } else {
            spares[run.sizeClass] = run;
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
