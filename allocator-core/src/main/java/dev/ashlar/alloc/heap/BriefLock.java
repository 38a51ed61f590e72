package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock for the few instructions in which shared lists are changed. Not reentrant and not fair.
 *
 * <pre>{@code
 *   lock.lock();
 *   try { … } finally { lock.held = false; }
 * }</pre>
 *
 * <p><b>Errors.</b> Taking the lock is a call that ends with the compare-and-set: if it throws, the lock is not taken.
 * Releasing it is a store and not a call, since a call could end in a {@link StackOverflowError} and leave it locked
 * for good. That is why this is not a lock of {@code java.util.concurrent}.
 *
 * <p><b>Waiting.</b> A waiting thread tries again after growing pauses, and is in no queue: so nothing is left behind
 * if an error ends its wait. A pause parks the thread, which releases the carrier of a virtual thread. With the
 * interrupt flag set, parking would return at once: the flag is cleared while the thread waits, and restored
 * afterwards.
 */
final class BriefLock {
    private static final int SPINS = 64;
    private static final long SHORTEST_PAUSE_NANOS = 50_000;
    private static final long LONGEST_PAUSE_NANOS = 1_000_000;
    private static final VarHandle HELD;

    static {
        try {
            HELD = MethodHandles.lookup().findVarHandle(BriefLock.class, "held", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** True while a thread has the lock; that thread sets this to {@code false} to release it. */
    volatile boolean held;

    boolean tryLock() {
        return !held && HELD.compareAndSet(this, false, true);
    }

    void lock() {
        if (!tryLock() && !lockSoon()) {
            lockPatiently();
        }
    }

    private boolean lockSoon() {
        for (int i = 0; i < SPINS; i++) {
            Thread.onSpinWait();
            if (tryLock()) {
                return true;
            }
        }
        return false;
    }

    private void lockPatiently() {
        boolean isMine = false;
        boolean wasInterrupted = false;
        try {
            long pause = SHORTEST_PAUSE_NANOS;
            while (!tryLock()) {
                wasInterrupted |= Thread.interrupted();
                LockSupport.parkNanos(this, pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            }
            isMine = true;
            interruptAgain(wasInterrupted);
        } catch (Throwable failure) {
            if (isMine) {
                held = false;
            }
            interruptAgain(wasInterrupted);
            throw failure;
        }
    }

    /**
     * Restores the interrupt flag, at the end of the wait: a thread that interrupts itself does not park the next time.
     */
    private static void interruptAgain(boolean wasInterrupted) {
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
