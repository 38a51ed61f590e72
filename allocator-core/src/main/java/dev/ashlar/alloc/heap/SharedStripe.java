package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One of several sets of shared runs, so that threads seldom meet: for each class the run that slots are taken from now,
 * and a {@link SharedRunQueue} of those that have a free slot besides.
 *
 * <p>Taking a slot of the current run needs no lock. Finding the next run does; a thread that meets another one there
 * goes to another stripe. Giving back a slot needs no lock ever; where much of a class has become empty, it gives the empty
 * runs back to the large tier if no other thread is in the way.
 */
final class SharedStripe {
    /** Stands for an address where another thread was in the way. */
    static final long BUSY = -1;

    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(SharedRun[].class);

    /** The place among the stripes of the heap. */
    final int number;

    private final SharedLargeTier large;
    /** A field to everyone, since it is given back without a call. */
    final BriefLock lock = new BriefLock();

    /** For each class the run to take slots from, if there is one; stored to by the lock's holder. */
    private final @Nullable SharedRun[] current = new SharedRun[SizeClasses.COUNT + 1];

    /** For each class that has been asked for its other runs; for the lock's holder. */
    private final @Nullable SharedRunQueue[] queues = new SharedRunQueue[SizeClasses.COUNT + 1];

    /** Whether a run has become empty since the last sweep. */
    private volatile boolean mayHaveEmptyRun;

    SharedStripe(SharedLargeTier large, int number) {
        this.large = large;
        this.number = number;
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

    /** Gives a slot back whose block the caller took away. Waits for nobody. */
    void release(SharedRun run, int slot) {
        long before = run.release(slot);
        if (run.reattach()) {
            comeBack(run);
        }
        if (before == 1L << slot) {
            emptied(run);
        }
    }

    /** Notes that a run has become empty. The current one often does, and has blocks again with the next allocation. */
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
            // Whoever has the lock keeps runs that look full from being taken for such.
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
                // Whoever gives the next slot back brings the run back.
                run.detached = true;
            }
        }
    }

    boolean mayHaveEmptyRun() {
        return mayHaveEmptyRun;
    }

    /** Gives all empty runs back to the large tier and says whether there were any; the caller holds both locks. */
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

    /** Takes in a run of a heap that nobody works with yet. */
    void adopt(SharedRun run) {
        if (run.isFull()) {
            run.detached = true;
        } else {
            run.queue.append(run);
        }
    }

    /**
     * Shows every run that is current or in a list; for the lock's holder, and all of them for a moment at which no other
     * thread works here.
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

    /** The queue of a class, made if need be. */
    SharedRunQueue queue(int sizeClass) {
        SharedRunQueue queue = queues[sizeClass];
        if (queue == null) {
            queue = new SharedRunQueue(this, sizeClass);
            queues[sizeClass] = queue;
        }
        return queue;
    }

    /**
     * The run to take slots from, made the current one; {@code null} if there is none and no room for one. Each step is
     * stores without a call between them, so that an error leaves every run in one place.
     */
    private @Nullable SharedRun usableRun(SharedRunQueue queue) {
        int sizeClass = queue.sizeClass;
        SharedRun run = current[sizeClass];
        while (run == null || run.isFull()) {
            if (run != null) {
                // The full one is on its own from here on, and may come back by the queue.
                run.detached = true;
                current[sizeClass] = null;
                // A slot given back before the flag was set was given back by a thread that did not see it.
                if (run.isFull() || !run.reattach()) {
                    run = null;
                }
            } else if (queue.hasNext() || large.addRun(queue)) {
                // Who finds a run as the current one finds its blocks in the table too.
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
