package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One of several sets of shared runs, so that threads seldom meet: for each class the run that slots are taken from now,
 * and those that have a free slot besides.
 *
 * <p>Taking a slot of the current run needs no lock. Finding the next run does; a thread that meets another one there
 * goes to another stripe. Giving back a slot needs no lock ever.
 */
final class SharedStripe {
    /** Stands for an address where another thread was in the way. */
    static final long BUSY = -1;

    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(SharedRun[].class);

    private final SharedLargeTier large;
    private final BriefLock lock = new BriefLock();
    private final @Nullable SharedRun[] current = new SharedRun[SizeClasses.COUNT + 1];

    /** For each class the runs that were full and are no more: linked, the last one first; changed by any thread. */
    private final @Nullable SharedRun[] returned = new SharedRun[SizeClasses.COUNT + 1];

    /** For each class the runs that had a free slot when they came here, the first one first; for the lock's holder. */
    private final List<Deque<SharedRun>> listed = new ArrayList<>();

    /** For each class the bytes of its runs; for the lock's holder. */
    private final long[] heldByteSizes = new long[SizeClasses.COUNT + 1];

    /** Whether a run has become empty since the last sweep. */
    private volatile boolean mayHaveEmptyRun;

    SharedStripe(SharedLargeTier large) {
        this.large = large;
        for (int sizeClass = 0; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            listed.add(new ArrayDeque<>(1));
        }
    }

    BriefLock lock() {
        return lock;
    }

    /** Takes a slot of the current run of a class: its address, 0 if there is none, or {@link #BUSY}. Waits for nobody. */
    long allocateFromCurrent(int sizeClass, long length) {
        SharedRun run = (SharedRun) ELEMENT.getAcquire(current, sizeClass);
        return run == null ? 0 : run.allocate(length);
    }

    /**
     * Takes a slot of any run of a class, or of a new one: its address, 0 if there is none and no room for a run, or
     * {@link #BUSY} if another thread holds the lock. May wait for the lock of the large tier.
     */
    long tryAllocate(int sizeClass, long length) {
        if (!lock.tryLock()) {
            return BUSY;
        }
        return allocateAndUnlock(sizeClass, length);
    }

    /** As {@link #tryAllocate}, but waits for the lock. */
    long allocate(int sizeClass, long length) {
        lock.lock();
        return allocateAndUnlock(sizeClass, length);
    }

    private long allocateAndUnlock(int sizeClass, long length) {
        try {
            long address = 0;
            for (SharedRun run = usableRun(sizeClass); run != null && address <= 0; run = usableRun(sizeClass)) {
                address = run.allocate(length);
            }
            return Math.max(0, address);
        } finally {
            lock.unlock();
        }
    }

    /** Gives a slot back whose block the caller took away. Waits for nobody. */
    void release(SharedRun run, int slot) {
        long before = run.release(slot);
        if (run.reattach()) {
            comeBack(run);
        }
        if (before == 1L << slot && !mayHaveEmptyRun) {
            mayHaveEmptyRun = true;
        }
    }

    boolean mayHaveEmptyRun() {
        return mayHaveEmptyRun;
    }

    /** Gives all empty runs back to the large tier and says whether there were any; the caller holds both locks. */
    boolean sweep() {
        mayHaveEmptyRun = false;
        boolean any = false;
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            SharedRun run = current[sizeClass];
            if (run != null && retire(run)) {
                ELEMENT.setRelease(current, sizeClass, null);
                any = true;
            }
            takeReturned(sizeClass);
            any |= listed.get(sizeClass).removeIf(this::retire);
        }
        return any;
    }

    /** Shows every run that is current or in a list; for a moment at which no other thread works here. */
    void forEachRun(Consumer<SharedRun> visitor) {
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            SharedRun run = current[sizeClass];
            if (run != null) {
                visitor.accept(run);
            }
            takeReturned(sizeClass);
            listed.get(sizeClass).forEach(visitor);
        }
    }

    private boolean retire(SharedRun run) {
        boolean isRetired = run.retire();
        if (isRetired) {
            heldByteSizes[run.sizeClass()] -= RunShape.runByteSize(run.shape);
            large.removeRun(run);
        }
        return isRetired;
    }

    /** The run to take slots from, made the current one; {@code null} if there is none and no room for one. */
    private @Nullable SharedRun usableRun(int sizeClass) {
        SharedRun run = current[sizeClass];
        if (run != null && !run.isFull()) {
            return run;
        }
        // The full one is on its own from here on, and may come back by the list.
        ELEMENT.setRelease(current, sizeClass, null);
        if (run == null || !isUsable(run)) {
            run = nextUsable(sizeClass);
        }
        ELEMENT.setRelease(current, sizeClass, run);
        return run;
    }

    private @Nullable SharedRun nextUsable(int sizeClass) {
        SharedRun run = nextListed(sizeClass);
        while (run != null && !isUsable(run)) {
            run = nextListed(sizeClass);
        }
        return run == null ? newRun(sizeClass) : run;
    }

    private @Nullable SharedRun newRun(int sizeClass) {
        SharedRun run = large.addRun(this, sizeClass, heldByteSizes[sizeClass]);
        if (run != null) {
            heldByteSizes[sizeClass] += RunShape.runByteSize(run.shape);
        }
        return run;
    }

    /** Whether a run has a free slot; one that has none is detached. */
    private static boolean isUsable(SharedRun run) {
        if (!run.isFull()) {
            return true;
        }
        run.detach();
        // A slot given back before the flag was set was given back by a thread that did not see it.
        return !run.isFull() && run.reattach();
    }

    private @Nullable SharedRun nextListed(int sizeClass) {
        Deque<SharedRun> runs = listed.get(sizeClass);
        if (runs.isEmpty()) {
            takeReturned(sizeClass);
        }
        return runs.pollFirst();
    }

    private void comeBack(SharedRun run) {
        int sizeClass = run.sizeClass();
        SharedRun last;
        do {
            last = (SharedRun) ELEMENT.getVolatile(returned, sizeClass);
            run.next = last;
        } while (!ELEMENT.compareAndSet(returned, sizeClass, last, run));
    }

    /** Lists the runs that came back, the one first that came first: it has gathered most. */
    private void takeReturned(int sizeClass) {
        SharedRun run = (SharedRun) ELEMENT.getAndSet(returned, sizeClass, (SharedRun) null);
        SharedRun first = null;
        while (run != null) {
            SharedRun after = run.next;
            run.next = first;
            first = run;
            run = after;
        }
        for (run = first; run != null; run = run.next) {
            listed.get(sizeClass).addLast(run);
        }
    }
}
