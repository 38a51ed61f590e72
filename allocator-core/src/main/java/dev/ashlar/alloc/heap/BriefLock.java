package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock for the few instructions in which a shared list is changed: one compare-and-set to take it, one plain store to
 * give it back. Not reentrant and not fair.
 *
 * <p>Whoever waits lets others run after a short while. That is what a virtual thread needs which waits for another one
 * on the same carrier.
 */
final class BriefLock {
    private static final int SPINS = 64;
    private static final int YIELDS = 64;
    private static final long PAUSE_NANOS = 50_000;
    private static final VarHandle HELD;

    static {
        try {
            HELD = MethodHandles.lookup().findVarHandle(BriefLock.class, "held", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile boolean held;

    boolean tryLock() {
        return !held && HELD.compareAndSet(this, false, true);
    }

    @SuppressWarnings("ThreadPriorityCheck") // fairness is not what the yield is for: it lets the holder go on
    void lock() {
        for (int attempt = 0; !tryLock(); attempt++) {
            if (attempt < SPINS) {
                Thread.onSpinWait();
            } else if (attempt < SPINS + YIELDS) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
        }
    }

    void unlock() {
        HELD.setRelease(this, false);
    }
}
