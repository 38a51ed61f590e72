package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One of several sets of shared runs, so that threads seldom meet: for each class the current run, from which slots are
 * taken, and a {@link SharedRunQueue} of the others that have a free slot.
 *
 * <p>Taking a slot from the current run needs no lock. Finding the next run does; a thread that meets another one there
 * goes to another stripe. Giving back a slot never needs a lock; if much of a class has become empty, the empty runs
 * are given back to the large tier unless another thread is in the way.
 */
final class SharedStripe {
    /** The result if another thread was in the way, instead of an address. */
    static final long BUSY = -1;

    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(SharedRun[].class);

    /** The number of this stripe in the heap. */
    final int number;

    private final SharedLargeTier large;
    /** The lock; accessible to callers, since it is released without a call. */
    final BriefLock lock = new BriefLock();

    /** The current run of each class, from which slots are taken, or null; stored to by the holder of the lock. */
    private final @Nullable SharedRun[] current = new SharedRun[SizeClasses.COUNT + 1];

    /** The other runs of each class, made when first needed; for the holder of the lock. */
    private final @Nullable SharedRunQueue[] queues = new SharedRunQueue[SizeClasses.COUNT + 1];

    /** True if a run has become empty since the last sweep. */
    private volatile boolean mayHaveEmptyRun;

    SharedStripe(SharedLargeTier large, int number) {
        this.large = large;
        this.number = number;
    }

    /**
     * Takes a slot from the current run of a class and returns its address, 0 if there is none, or {@link #BUSY}. Never
     * waits.
     */
    long allocateFromCurrent(int sizeClass, long length) {
        SharedRun run = (SharedRun) ELEMENT.getAcquire(current, sizeClass);
        return run == null ? 0 : run.allocate(length);
    }

    /**
     * Takes a slot from any run of a class, or from a new one, and returns its address, 0 if there is none and no room
     * for a run, or {@link #BUSY} if another thread holds the lock. May wait for the lock of the large tier.
     */
    long tryAllocate(int sizeClass, long length) {
        if (!lock.tryLock()) {
            return BUSY;
        }
        try {
            return allocateLocked(sizeClass, length);
        } finally {
            lock.held = false;
        }
    }

    /** As {@link #tryAllocate}, but waits for the lock. */
    long allocate(int sizeClass, long length) {
        lock.lock();
        try {
            return allocateLocked(sizeClass, length);
        } finally {
            lock.held = false;
        }
    }

    private long allocateLocked(int sizeClass, long length) {
        SharedRunQueue queue = queue(sizeClass);
        while (true) {
            SharedRun run = usableRun(queue);
            if (run == null) {
                return 0;
            }
            long address = run.allocate(length);
            if (address > 0) {
                return address;
            }
        }
    }

    /** Gives back a slot whose block the caller took away. Never waits. */
    void release(SharedRun run, int slot) {
        long before = run.release(slot);
        if (run.reattach()) {
            comeBack(run);
        }
        if (before == 1L << slot) {
            emptied(run);
        }
    }

    /** Notes that a run has become empty. The current run often does, and is in use again with the next allocation. */
    @SuppressWarnings("ReferenceEquality") // a run is one object
    private void emptied(SharedRun run) {
        if (!mayHaveEmptyRun) {
            mayHaveEmptyRun = true;
        }
        SharedRunQueue queue = run.queue;
        if (current[queue.sizeClass] != run && queue.hasMuchEmptied(RunShape.runByteSize(run.shape))) {
            large.sweep(queue);
        }
    }

    /** Gives the pages inside free slots back to the operating system and returns how many bytes they have. */
    long trim(FreePages pages) {
        lock.lock();
        try {
            // With the lock held, no run that looks full meanwhile is taken for full.
            long[] given = new long[1];
            forEachRun(run -> given[0] += run.trim(pages));
            return given[0];
        } finally {
            lock.held = false;
        }
    }

    private static void comeBack(SharedRun run) {
        boolean isBack = false;
        try {
            run.queue.comeBack(run);
            isBack = true;
        } finally {
            if (!isBack) {
                // The thread that next gives back a slot will return the run.
                run.detached = true;
            }
        }
    }

    boolean mayHaveEmptyRun() {
        return mayHaveEmptyRun;
    }

    /** Gives all empty runs back to the large tier and returns whether there were any; the caller holds both locks. */
    boolean sweep() {
        boolean any = false;
        boolean isDone = false;
        mayHaveEmptyRun = false;
        try {
            for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
                SharedRun run = current[sizeClass];
                if (run != null && large.takeBack(run)) {
                    current[sizeClass] = null;
                    any = true;
                }
                SharedRunQueue queue = queues[sizeClass];
                any |= queue != null && queue.removeIf(large::takeBack);
            }
            isDone = true;
        } finally {
            if (!isDone) {
                mayHaveEmptyRun = true;
            }
        }
        return any;
    }

    /** Adopts a run of a heap that is not in use yet. */
    void adopt(SharedRun run) {
        if (run.isFull()) {
            run.detached = true;
        } else {
            run.queue.append(run);
        }
    }

    /**
     * Passes every run that is current or in a list to a visitor; for the holder of the lock. Complete only if no other
     * thread uses the heap meanwhile.
     */
    void forEachRun(Consumer<SharedRun> visitor) {
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            SharedRun run = current[sizeClass];
            if (run != null) {
                visitor.accept(run);
            }
            SharedRunQueue queue = queues[sizeClass];
            if (queue != null) {
                queue.forEach(visitor);
            }
        }
    }

    /** The queue of a class, made if necessary. */
    SharedRunQueue queue(int sizeClass) {
        SharedRunQueue queue = queues[sizeClass];
        if (queue == null) {
            queue = new SharedRunQueue(this, sizeClass);
            queues[sizeClass] = queue;
        }
        return queue;
    }

    /**
     * Makes a run with a free slot the current one and returns it; {@code null} if there is none and no room for one.
     * Each step consists of stores without a call between them, so that an error leaves every run with exactly one
     * role.
     */
    private @Nullable SharedRun usableRun(SharedRunQueue queue) {
        int sizeClass = queue.sizeClass;
        SharedRun run = current[sizeClass];
        while (run == null || run.isFull()) {
            if (run != null) {
                // The full run is detached from here on, and may return through the queue.
                run.detached = true;
                current[sizeClass] = null;
                // A slot given back before the flag was set was given back by a thread that did not see it.
                if (run.isFull() || !run.reattach()) {
                    run = null;
                }
            } else if (queue.hasNext() || large.addRun(queue)) {
                // A thread that finds a run as the current one also finds it in the table.
                VarHandle.releaseFence();
                run = queue.removeFirst();
            } else {
                return null;
            }
            current[sizeClass] = run;
        }
        return run;
    }
}
