package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A run that threads share: slots are taken and given back without a lock.
 *
 * <p>Two things are told about a slot. Its bit in {@link #live} says whether it is taken. Its state says whether there is
 * a block, and with which length: it is the truth that a free goes by, and changes with a compare-and-set.
 *
 * <pre>
 *               taken   state
 *   free          0       0
 *   allocating    1       0          the thread that set the bit stores the state
 *   block         1     slack + 1
 *   freeing       1       0          the thread that took the state away clears the bit
 * </pre>
 *
 * <p>So of two threads that free the same block one takes the state away, and the other finds none; and no slot is given
 * to two threads. A thread that stops anywhere in between keeps one slot from being used, and nobody waits for it.
 *
 * <p>A run is in one place at a time: it is the current one of its class in its {@link SharedStripe}, or it is in one of
 * that class's lists, or it was full when it was looked at last and is {@link #detached}. From there the thread that
 * sets the flag back brings it into a list.
 */
final class SharedRun extends SlotRun {
    private static final VarHandle STATES = MethodHandles.arrayElementVarHandle(byte[].class);
    private static final VarHandle LIVE;
    private static final VarHandle DETACHED;

    static {
        try {
            LIVE = MethodHandles.lookup().findVarHandle(SharedRun.class, "live", long.class);
            DETACHED = MethodHandles.lookup().findVarHandle(SharedRun.class, "detached", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    final SharedStripe stripe;

    /** The slots that are taken, as bits. */
    private volatile long live;

    /** Whether the run is in no list because it was full. */
    private volatile boolean detached;

    /** The next run of the list that this one is in; changed by the thread that puts the run there. */
    @Nullable
    SharedRun next;

    SharedRun(int shape, long address, SharedStripe stripe) {
        super(shape, address);
        this.stripe = stripe;
    }

    int sizeClass() {
        return RunShape.sizeClass(shape);
    }

    boolean isFull() {
        return live == allSlots;
    }

    boolean isEmpty() {
        return live == 0;
    }

    @Override
    long freeBits() {
        return allSlots & ~live;
    }

    /**
     * Takes a slot for a block of a length and returns its address; 0 if none is free, or -1 if another thread was
     * faster.
     */
    long allocate(long length) {
        long taken = live;
        long free = allSlots & ~taken;
        if (free == 0) {
            return 0;
        }
        long bit = Long.lowestOneBit(free);
        if (!LIVE.compareAndSet(this, taken, taken | bit)) {
            return -1;
        }
        int slot = Long.numberOfTrailingZeros(bit);
        STATES.setRelease(states, slot, (byte) stateFor(length));
        return addressOf(slot);
    }

    /** The length of the block in a slot, or -1 if there is none. */
    long lengthAt(int slot) {
        int state = (byte) STATES.getVolatile(states, slot) & 0xFF;
        return state == 0 ? -1 : lengthIn(state);
    }

    /**
     * Takes the block in a slot away, if it has this length or {@link PlainHeap#ANY_LENGTH} is given. Returns the length that
     * it has, or -1 if there is none. If it was taken away, the caller is the only one to be told so, and must call
     * {@link #release}.
     */
    long claim(int slot, long length) {
        for (; ; ) {
            long found = lengthAt(slot);
            boolean isWanted = found >= 0 && (found == length || length == PlainHeap.ANY_LENGTH);
            if (!isWanted || STATES.compareAndSet(states, slot, (byte) stateFor(found), (byte) 0)) {
                return found;
            }
        }
    }

    /** Makes a slot free whose block the caller took away; returns the slots that were taken before. */
    long release(int slot) {
        // The bit is set, and only the caller may clear it: so taking away is subtracting.
        return (long) LIVE.getAndAdd(this, -(1L << slot));
    }

    /** Whether the block in a slot had one length and has the other now. */
    boolean resize(int slot, long length, long newLength) {
        return STATES.compareAndSet(states, slot, (byte) stateFor(length), (byte) stateFor(newLength));
    }

    /** Says that the run, which seemed full, is in no list; the caller then looks whether it still is. */
    void detach() {
        detached = true;
    }

    boolean isDetached() {
        return detached;
    }

    /** Whether the run was detached and the caller is the one who brings it back. */
    boolean reattach() {
        return detached && DETACHED.compareAndSet(this, true, false);
    }

    /** Whether the run was empty, and can never be allocated from again. */
    boolean retire() {
        return live == 0 && LIVE.compareAndSet(this, 0L, allSlots);
    }
}
