package dev.ashlar.alloc.heap;

/**
 * Gives the empty runs of the stripes of a shared heap back to its large tier: all of them on a shortage or a request,
 * and those of one class when many of its runs have become empty.
 */
final class SharedSweep {
    private final SharedLargeTier large;
    private final Journal journal;

    SharedSweep(SharedLargeTier large) {
        this.large = large;
        this.journal = large.large().journal();
    }

    /** Takes back all empty runs. Waits for every stripe, and holds the lock of one at a time. */
    void all() {
        for (SharedStripe stripe : large.stripes()) {
            if (stripe != null) {
                sweep(stripe);
            }
        }
    }

    private void sweep(SharedStripe stripe) {
        stripe.lock.lock();
        try {
            sweepLocked(stripe);
        } finally {
            stripe.lock.held = false;
        }
    }

    private void sweepLocked(SharedStripe stripe) {
        large.lock.lock();
        try {
            large.requireSettled();
            stripe.sweep();
        } catch (Throwable failure) {
            stopIfCutOff(failure);
            throw failure;
        } finally {
            large.lock.held = false;
        }
    }

    /**
     * Takes back the empty runs that it can get without waiting, and returns whether there were any; for the holder of
     * the lock.
     */
    boolean onShortage() {
        boolean any = false;
        for (SharedStripe stripe : large.stripes()) {
            if (stripe != null && stripe.mayHaveEmptyRun()) {
                any |= sweepIfFree(stripe);
            }
        }
        return any;
    }

    private boolean sweepIfFree(SharedStripe stripe) {
        if (large.isEntered(stripe)) {
            return stripe.sweep();
        }
        if (!stripe.lock.tryLock()) {
            return false;
        }
        try {
            return stripe.sweep();
        } finally {
            stripe.lock.held = false;
        }
    }

    /**
     * Takes back the empty runs of a queue, unless another thread is in the way: for a thread that has freed a block
     * and must not wait. Damage, or a change that was cut off, is reported to the next thread that changes the heap.
     */
    void ofQueue(SharedRunQueue queue) {
        if (!queue.stripe.lock.tryLock()) {
            return;
        }
        try {
            ofQueueLocked(queue);
        } finally {
            queue.stripe.lock.held = false;
        }
    }

    private void ofQueueLocked(SharedRunQueue queue) {
        if (!large.lock.tryLock()) {
            return;
        }
        try {
            if (journal.change == 0) {
                queue.emptiedByteSize = 0;
                queue.removeIf(large::takeBack);
            }
        } catch (IllegalStateException damagedOrClosed) {
            stopIfCutOff(damagedOrClosed);
        } catch (Throwable failure) {
            stopIfCutOff(failure);
            throw failure;
        } finally {
            large.lock.held = false;
        }
    }

    private void stopIfCutOff(Throwable failure) {
        if (journal.change != 0) {
            journal.failure = journal.failure == null ? failure : journal.failure;
            large.stop();
        }
    }
}
