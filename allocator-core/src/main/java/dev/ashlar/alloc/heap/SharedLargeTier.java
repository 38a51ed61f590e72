package dev.ashlar.alloc.heap;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The large tier of a shared heap: one {@link LargeTier} behind one lock, which also guards the table of runs against
 * other writers.
 *
 * <p>Locks are taken in one order: that of a stripe before this one. Where a shortage asks for the empty runs of the
 * stripes, this one is held already; then it only tries theirs.
 */
final class SharedLargeTier implements RunOwner<SharedRun> {
    private final BriefLock lock = new BriefLock();
    private final LargeTier large;
    private final SharedRunTable table = new SharedRunTable();
    private final SharedStripe[] stripes;

    /** Large blocks with the lengths that were asked for. */
    private final Usage used = new Usage();

    /** Large blocks as in {@link #used}, and runs in full. */
    private final Usage occupied = new Usage();

    /** The stripe whose lock the thread holds that is in here, if it holds one. */
    private @Nullable SharedStripe entered;

    SharedLargeTier(LargeTier large, int stripeCount) {
        this.large = large;
        this.stripes = new SharedStripe[stripeCount];
        for (int i = 0; i < stripeCount; i++) {
            stripes[i] = new SharedStripe(this);
        }
        large.freeSpace().onShortage(this::giveEmptyRunsBack);
    }

    BriefLock lock() {
        return lock;
    }

    LargeTier large() {
        return large;
    }

    SharedRunTable table() {
        return table;
    }

    SharedStripe[] stripes() {
        return stripes;
    }

    /** Bytes of large blocks, as they were asked for; for the lock's holder. */
    long usedByteSize() {
        return used.byteSize();
    }

    /** The most bytes that large blocks and runs have covered; for the lock's holder. */
    long peakOccupiedByteSize() {
        return occupied.peakByteSize();
    }

    /** As {@link LargeTier#allocate}. */
    long allocate(long length, long alignment) {
        lock.lock();
        try {
            long address = large.allocate(length, alignment);
            if (address != 0) {
                used.allocated(length);
                occupied.allocated(length);
            }
            return address;
        } finally {
            lock.unlock();
        }
    }

    /** As {@link Heap#free}. */
    long free(long address, long length) {
        lock.lock();
        try {
            long found = large.free(address, length);
            if (found >= 0 && (found == length || length == PlainHeap.ANY_LENGTH)) {
                used.freed(found);
                occupied.freed(found);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    long lengthAt(long address) {
        lock.lock();
        try {
            return large.lengthAt(address);
        } finally {
            lock.unlock();
        }
    }

    /** As {@link LargeTier#makeRoom}. */
    boolean makeRoom(long address, long newLength) {
        lock.lock();
        try {
            return large.lengthAt(address) >= 0 && large.makeRoom(address, newLength);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the block at an address had one length and has the other now. */
    boolean resize(long address, long length, long newLength) {
        lock.lock();
        try {
            boolean isDone = large.lengthAt(address) == length && large.resize(address, newLength);
            if (isDone) {
                used.resized(length, newLength);
                occupied.resized(length, newLength);
            }
            return isDone;
        } finally {
            lock.unlock();
        }
    }

    /** A new run for a class of a stripe, whose lock the caller holds; {@code null} if there is no room. */
    @Nullable
    SharedRun addRun(SharedStripe stripe, int sizeClass, long heldByteSize) {
        lock.lock();
        entered = stripe;
        try {
            return large.allocateNextRun(sizeClass, heldByteSize, this);
        } finally {
            entered = null;
            lock.unlock();
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
        occupied.allocated(RunShape.runByteSize(run.shape));
    }

    @Override
    public void leave(SharedRun run) {
        table.remove(run);
        occupied.freed(RunShape.runByteSize(run.shape));
    }

    /** Takes an empty run back that nobody can allocate from any more; for the lock's holder. */
    void removeRun(SharedRun run) {
        large.freeRun(run, this);
    }

    /** Takes all empty runs back. Waits for every stripe, and holds the lock of one at a time. */
    void sweep() {
        for (SharedStripe stripe : stripes) {
            stripe.lock().lock();
            lock.lock();
            try {
                stripe.sweep();
            } finally {
                lock.unlock();
                stripe.lock().unlock();
            }
        }
    }

    private boolean giveEmptyRunsBack() {
        boolean any = false;
        for (SharedStripe stripe : stripes) {
            if (stripe.mayHaveEmptyRun()) {
                any |= sweepIfFree(stripe);
            }
        }
        return any;
    }

    private boolean sweepIfFree(SharedStripe stripe) {
        if (isEntered(stripe)) {
            return stripe.sweep();
        }
        if (!stripe.lock().tryLock()) {
            return false;
        }
        try {
            return stripe.sweep();
        } finally {
            stripe.lock().unlock();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a stripe is one object
    private boolean isEntered(SharedStripe stripe) {
        return stripe == entered;
    }
}
