package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The large tier of a shared heap: one {@link LargeTier} behind one lock, which also guards the table of runs against
 * other writers.
 *
 * <p>Locks are taken in one order: that of a stripe before this one. When a shortage asks for the empty runs of the
 * stripes, this lock is already held; then theirs are only tried.
 *
 * <p><b>Errors in the middle.</b> A change that an error cuts off is noted in the {@link Journal}. The next thread that
 * takes the lock is refused, and so is every other request from then on: the stripes and runs are hidden, so that all
 * requests come here ({@link #stop}). The error is noted, and the counts are updated, by stores without a call.
 */
final class SharedLargeTier implements RunOwner<SharedRun> {
    private static final VarHandle STRIPE = MethodHandles.arrayElementVarHandle(SharedStripe[].class);

    /** The lock; accessible to callers, since it is released without a call. */
    final BriefLock lock = new BriefLock();

    private final LargeTier large;
    private final Journal journal;
    private final SharedRunTable table;
    private final SharedSweep sweep;

    /** The stripes, each made when a thread first needs it. */
    private final @Nullable SharedStripe[] stripes;

    /** The bytes of large blocks, as requested. */
    private long usedByteSize;

    /** The bytes of large blocks, as in {@link #usedByteSize}, and all bytes of runs. */
    private long occupiedByteSize;

    private long peakOccupiedByteSize;

    /** The queue of the stripe whose lock is also held by the thread that holds this one, if any. */
    private @Nullable SharedRunQueue entered;

    SharedLargeTier(LargeTier large, SharedRunTable table, int stripeCount) {
        this.large = large;
        this.journal = large.journal();
        this.table = table;
        this.stripes = new SharedStripe[stripeCount];
        this.sweep = new SharedSweep(this);
        large.freeSpace().onShortage(sweep::onShortage);
    }

    LargeTier large() {
        return large;
    }

    SharedRunTable table() {
        return table;
    }

    /** The stripes made so far, at their numbers. */
    @Nullable
    SharedStripe[] stripes() {
        return stripes;
    }

    /** The stripe with a number, made if necessary. */
    SharedStripe stripe(int number) {
        SharedStripe stripe = stripes[number];
        if (stripe != null) {
            return stripe;
        }
        SharedStripe made = new SharedStripe(this, number);
        STRIPE.compareAndSet(stripes, number, (SharedStripe) null, made);
        stripe = stripes[number];
        // If all stripes are hidden meanwhile, this one finds no runs.
        return stripe == null ? made : stripe;
    }

    /** The bytes of large blocks, as requested; for the holder of the lock. */
    long usedByteSize() {
        return usedByteSize;
    }

    /** The most bytes that large blocks and runs have covered; for the holder of the lock. */
    long peakOccupiedByteSize() {
        return peakOccupiedByteSize;
    }

    /** As {@link LargeTier#allocate}. */
    long allocate(long length, long alignment) {
        lock.lock();
        try {
            requireSettled();
            long address = large.allocate(length, alignment);
            if (address != 0) {
                usedByteSize += length;
                occupiedByteSize += length;
                if (occupiedByteSize > peakOccupiedByteSize) {
                    peakOccupiedByteSize = occupiedByteSize;
                }
            }
            return address;
        } catch (Throwable failure) {
            if (journal.change != 0) {
                journal.failure = journal.failure == null ? failure : journal.failure;
                stop();
            }
            throw failure;
        } finally {
            lock.held = false;
        }
    }

    /**
     * As {@link PlainHeap#free(long, long, Object)}: notes the handle under the lock, so that it belongs to the change
     * that an error may cut off.
     */
    long free(long address, long length, @Nullable Object handle) {
        lock.lock();
        try {
            requireSettled();
            journal.subject = handle;
            long found = large.free(address, length);
            if (found >= 0 && (found == length || length == PlainHeap.ANY_LENGTH)) {
                usedByteSize -= found;
                occupiedByteSize -= found;
            }
            return found;
        } catch (Throwable failure) {
            if (journal.change != 0) {
                journal.failure = journal.failure == null ? failure : journal.failure;
                stop();
            }
            throw failure;
        } finally {
            lock.held = false;
        }
    }

    long lengthAt(long address) {
        lock.lock();
        try {
            requireSettled();
            return large.lengthAt(address);
        } finally {
            lock.held = false;
        }
    }

    /** As {@link LargeTier#makeRoom}. */
    boolean makeRoom(long address, long newLength) {
        lock.lock();
        try {
            requireSettled();
            return large.lengthAt(address) >= 0 && large.makeRoom(address, newLength);
        } catch (Throwable failure) {
            if (journal.change != 0) {
                journal.failure = journal.failure == null ? failure : journal.failure;
                stop();
            }
            throw failure;
        } finally {
            lock.held = false;
        }
    }

    /** Gives the block at an address another length, if it has {@code length}; returns whether that was done. */
    boolean resize(long address, long length, long newLength, @Nullable Object handle) {
        lock.lock();
        try {
            requireSettled();
            journal.subject = handle;
            boolean isDone = large.lengthAt(address) == length && large.resize(address, newLength);
            if (isDone) {
                usedByteSize += newLength - length;
                occupiedByteSize += newLength - length;
                if (occupiedByteSize > peakOccupiedByteSize) {
                    peakOccupiedByteSize = occupiedByteSize;
                }
            }
            return isDone;
        } catch (Throwable failure) {
            if (journal.change != 0) {
                journal.failure = journal.failure == null ? failure : journal.failure;
                stop();
            }
            throw failure;
        } finally {
            lock.held = false;
        }
    }

    /** Adds a run to the queue of a stripe whose lock the caller holds; returns whether there was room for one. */
    boolean addRun(SharedRunQueue queue) {
        lock.lock();
        try {
            requireSettled();
            entered = queue;
            return large.allocateNextRun(queue.sizeClass, queue.heldByteSize, this) != null;
        } catch (Throwable failure) {
            if (journal.change != 0) {
                journal.failure = journal.failure == null ? failure : journal.failure;
                stop();
            }
            throw failure;
        } finally {
            entered = null;
            lock.held = false;
        }
    }

    @Override
    public SharedRun prepare(int shape, long address) {
        SharedRun run = new SharedRun(shape, address, Objects.requireNonNull(entered));
        table.reserve(run);
        return run;
    }

    @Override
    public void enter(SharedRun run) {
        table.add(run);
        run.queue.append(run);
        count(run, RunShape.runByteSize(run.shape));
    }

    @Override
    public void leave(SharedRun run) {
        table.remove(run);
        count(run, -RunShape.runByteSize(run.shape));
    }

    private void count(SharedRun run, int byteSize) {
        run.queue.heldByteSize += byteSize;
        occupiedByteSize += byteSize;
        if (occupiedByteSize > peakOccupiedByteSize) {
            peakOccupiedByteSize = occupiedByteSize;
        }
    }

    /** Adopts a run of a heap that is not in use yet. */
    void adopt(SharedRun run) {
        table.reserve(run);
        table.add(run);
        count(run, RunShape.runByteSize(run.shape));
        run.queue.stripe.adopt(run);
    }

    void adopt(long usedByteSize, long peakOccupiedByteSize) {
        this.usedByteSize = usedByteSize;
        this.occupiedByteSize = usedByteSize;
        this.peakOccupiedByteSize = peakOccupiedByteSize;
    }

    /**
     * Takes back a run of a list if it is empty, and returns whether it was; for the holder of the lock, who then
     * removes it from the list, without a call.
     */
    boolean takeBack(SharedRun run) {
        if (!run.retire()) {
            return false;
        }
        try {
            large.freeRun(run, this);
        } catch (Throwable failure) {
            if (journal.change == 0) {
                run.readmit();
            }
            throw failure;
        }
        return true;
    }

    /** Takes back all empty runs, see {@link SharedSweep#all}. */
    void sweep() {
        sweep.all();
    }

    /** Takes back the empty runs of a queue, see {@link SharedSweep#ofQueue}. */
    void sweep(SharedRunQueue queue) {
        sweep.ofQueue(queue);
    }

    /** Returns whether the thread that holds this lock also holds the lock of a stripe. */
    @SuppressWarnings("ReferenceEquality") // a stripe is one object
    boolean isEntered(SharedStripe stripe) {
        return entered != null && entered.stripe == stripe;
    }

    /** Returns whether every request is refused, since a change was cut off or the memory is closed. */
    boolean isStopped() {
        return table.isHidden();
    }

    /** Refuses a change after another one was cut off, or if the memory is closed; for the holder of the lock. */
    void requireSettled() {
        if (journal.change != 0) {
            stop();
            // If the memory was closed in the middle, this throws.
            journal.preamble().byteSize();
            journal.requireSettled();
        }
    }

    /** Makes every later change refused, because of a failure. */
    void stop(Throwable failure) {
        if (journal.failure == null) {
            journal.failure = failure;
        }
        if (journal.change == 0) {
            journal.change = Journal.CHANGING;
        }
        stop();
    }

    /**
     * Hides stripes and runs from every later request, so that it comes to the lock and is refused. Takes no lock
     * itself.
     */
    void stop() {
        table.hide();
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = null;
        }
    }
}
