package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The large tier of a shared heap: one {@link LargeTier} behind one lock, which also guards the table of runs against
 * other writers.
 *
 * <p>Locks are taken in one order: that of a stripe before this one. Where a shortage asks for the empty runs of the
 * stripes, this one is held already; then it only tries theirs.
 *
 * <p><b>Errors in the middle.</b> What an error cuts off stands in the {@link Journal}. Whoever takes the lock next is
 * refused, and so is every other request from then on: without stripes and runs all of them come here ({@link #stop}).
 * The error is noted, and counts are kept, with stores and without a call.
 */
final class SharedLargeTier implements RunOwner<SharedRun> {
    private static final VarHandle STRIPE = MethodHandles.arrayElementVarHandle(SharedStripe[].class);

    /** A field to everyone, since it is given back without a call. */
    final BriefLock lock = new BriefLock();

    private final LargeTier large;
    private final Journal journal;
    private final SharedRunTable table;
    private final SharedSweep sweep;

    /** Made when a thread first comes for one. */
    private final @Nullable SharedStripe[] stripes;

    /** Bytes of large blocks, as they were asked for. */
    private long usedByteSize;

    /** Bytes of large blocks as in {@link #usedByteSize}, and of runs in full. */
    private long occupiedByteSize;

    private long peakOccupiedByteSize;

    /** The stripe whose lock is held by the thread that is in here, if any. */
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

    /** The stripes that there are so far, at their places. */
    @Nullable
    SharedStripe[] stripes() {
        return stripes;
    }

    /** The stripe at a place, made if need be. */
    SharedStripe stripe(int number) {
        SharedStripe stripe = stripes[number];
        if (stripe != null) {
            return stripe;
        }
        SharedStripe made = new SharedStripe(this, number);
        STRIPE.compareAndSet(stripes, number, (SharedStripe) null, made);
        stripe = stripes[number];
        // Where all are taken away meanwhile, this one finds no runs.
        return stripe == null ? made : stripe;
    }

    /** Bytes of large blocks, as they were asked for; for the lock's holder. */
    long usedByteSize() {
        return usedByteSize;
    }

    /** The most bytes that large blocks and runs have covered; for the lock's holder. */
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

    /** As {@link PlainHeap#free(long, long, Object)}: under the lock, so that it is this one's change which is cut off. */
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

    /** Returns whether the block at an address had one length and has the other now. */
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

    /** Adds a run to the queue of a stripe whose lock the caller holds, and says whether there was room for one. */
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

    /** Takes in what a heap had that nobody works with yet: its runs one by one, and the bytes of its large blocks. */
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
     * Takes a run of a list back if it is empty, and says whether it was; for the lock's holder, who takes it out of the
     * list then, without a call.
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

    /** Takes all empty runs back, see {@link SharedSweep#all}. */
    void sweep() {
        sweep.all();
    }

    /** Takes the empty runs of a queue back, see {@link SharedSweep#ofQueue}. */
    void sweep(SharedRunQueue queue) {
        sweep.ofQueue(queue);
    }

    /** Returns whether the thread that is in here holds the lock of a stripe. */
    @SuppressWarnings("ReferenceEquality") // a stripe is one object
    boolean isEntered(SharedStripe stripe) {
        return entered != null && entered.stripe == stripe;
    }

    /** Returns whether every request is refused, since a change was cut off or the memory is closed. */
    boolean isStopped() {
        return table.isHidden();
    }

    /** Refuses a change while another one is cut off, or the memory is closed; for the lock's holder. */
    void requireSettled() {
        if (journal.change != 0) {
            stop();
            // Where the memory was closed in the middle, it says so.
            journal.preamble().byteSize();
            journal.requireSettled();
        }
    }

    /** Refuses every change from here on. */
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
     * Lets no request find a stripe or a run from here on, so that it comes to the lock and is refused. Takes no lock itself.
     */
    void stop() {
        table.hide();
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = null;
        }
    }
}
