package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run that threads share: slots are taken and given back without a lock.
 *
 * <p>There are two records of a slot. Its bit in {@link #live} tells whether it is taken. Its state tells whether there
 * is a block, and its length: this is authoritative for a free, and changes by compare-and-set. If the length is stored
 * separately ({@link #WIDE}), that length is authoritative: 0 for no block.
 *
 * <pre>
 *               taken   state       separate length
 *   free          0       0            0
 *   allocating    1       0            0         the thread that set the bit stores the state
 *   block         1     slack + 1      0
 *   shortening    1      WIDE          0         the thread that changed the state stores the length
 *   short block   1      WIDE        length
 *   freeing       1      WIDE          0         the thread that took the length away stores the state
 *   freeing       1       0            0         the thread that took the state away clears the bit
 * </pre>
 *
 * <p>So of two threads that free the same block one takes away the state, and the other finds none; and no slot is
 * given to two threads. A thread that stops in between keeps one slot out of use, and no other thread waits for it.
 *
 * <p>An error can come with every call, and in the interpreter a compare-and-set is one. So each step is one
 * compare-and-set and then stores: it happens or does not. An error can come only between taking away the state and
 * clearing the bit; then the slot is {@linkplain #lostSlots lost}.
 *
 * <p>A run has one role at a time: it is the current run of its class in its {@link SharedStripe}, or it is in one of
 * that class's lists in a {@link SharedRunQueue}, or it was full when last checked and is {@link #detached}. The thread
 * that resets that flag puts the run back into a list.
 */
final class SharedRun extends SlotRun {
    private static final VarHandle STATES = MethodHandles.arrayElementVarHandle(byte[].class);
    private static final VarHandle LENGTHS = MethodHandles.arrayElementVarHandle(short[].class);
    private static final VarHandle WIDE_LENGTHS;
    private static final VarHandle LIVE;
    private static final VarHandle DETACHED;

    static {
        try {
            WIDE_LENGTHS = MethodHandles.lookup().findVarHandle(SlotRun.class, "wideLengths", short[].class);
            LIVE = MethodHandles.lookup().findVarHandle(SharedRun.class, "live", long.class);
            DETACHED = MethodHandles.lookup().findVarHandle(SharedRun.class, "detached", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** The lists to which the run returns. */
    final SharedRunQueue queue;

    /** The slots that are taken, as bits. */
    private volatile long live;

    /** True while the run is in no list because it was full. */
    volatile boolean detached;

    /** The next run in the list of this one; changed by the thread that puts the run there. */
    @Nullable
    SharedRun next;

    /** Makes the run of a shape at an address, all slots free. */
    SharedRun(int shape, long address, SharedRunQueue queue) {
        super(shape, address);
        this.queue = queue;
    }

    /** Makes a shared run with the slots of a run that is not in use. */
    SharedRun(Run run, SharedRunQueue queue) {
        this(run.shape, run.address, queue);
        short[] lengths = run.wideLengths;
        System.arraycopy(run.states, 0, states, 0, states.length);
        wideLengths = lengths == null ? null : lengths.clone();
        live = allSlots & ~run.freeBits();
        for (int slot = 0; slot < states.length; slot++) {
            if (lengths != null && state(slot) != WIDE) {
                Objects.requireNonNull(wideLengths)[slot] = 0;
            }
        }
    }

    boolean isFull() {
        return live == allSlots;
    }

    @Override
    long freeBits() {
        return allSlots & ~live;
    }

    /** {@inheritDoc} Lost slots do not count. */
    @Override
    int liveSlots() {
        int count = 0;
        for (int slot = 0; slot < states.length; slot++) {
            count += lengthAt(slot) < 0 ? 0 : 1;
        }
        return count;
    }

    /** The number of slots that are taken and hold no block; no other thread may use the heap meanwhile. */
    int lostSlots() {
        return Long.bitCount(live) - liveSlots();
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
        int slot = Long.numberOfTrailingZeros(bit);
        byte state = (byte) stateFor(length);
        long address = addressOf(slot);
        byte[] states = this.states;
        if (!LIVE.compareAndSet(this, taken, taken | bit)) {
            return -1;
        }
        // No call from here on. A thread to which the address is safely published sees the state.
        states[slot] = state;
        return address;
    }

    /** The length of the block in a slot, or -1 if there is none. */
    long lengthAt(int slot) {
        int state = (byte) STATES.getVolatile(states, slot) & 0xFF;
        if (isPlain(state)) {
            return lengthIn(state);
        }
        return state == 0 ? -1 : wideLengthAt(slot);
    }

    private long wideLengthAt(int slot) {
        int length = (short) LENGTHS.getVolatile(Objects.requireNonNull(wideLengths), slot);
        return length == 0 ? -1 : length;
    }

    /** Returns whether a state holds the length itself: neither 0 nor {@link #WIDE}, with one comparison. */
    private static boolean isPlain(int state) {
        return Integer.compareUnsigned(state - 1, WIDE - 1) < 0;
    }

    /**
     * Takes away the block in a slot, if it has this length or {@link PlainHeap#ANY_LENGTH} is given. Returns the
     * length that it has, or -1 if there is none. Only one thread can take a block away; it must then call {@link
     * #release}.
     */
    long claim(int slot, long length) {
        for (; ; ) {
            int state = (byte) STATES.getVolatile(states, slot) & 0xFF;
            if (!isPlain(state)) {
                return state == 0 ? -1 : claimWide(slot, length);
            }
            long found = lengthIn(state);
            boolean isWanted = found == length || length == PlainHeap.ANY_LENGTH;
            if (!isWanted || STATES.compareAndSet(states, slot, (byte) state, (byte) 0)) {
                return found;
            }
        }
    }

    private long claimWide(int slot, long length) {
        short[] lengths = Objects.requireNonNull(wideLengths);
        byte[] states = this.states;
        for (; ; ) {
            long found = wideLengthAt(slot);
            boolean isWanted = found >= 0 && (found == length || length == PlainHeap.ANY_LENGTH);
            if (!isWanted) {
                return found;
            }
            if (LENGTHS.compareAndSet(lengths, slot, (short) found, (short) 0)) {
                states[slot] = 0;
                return found;
            }
        }
    }

    /** Frees a slot whose block the caller took away; returns the slots that were taken before. */
    long release(int slot) {
        // The bit is set, and only the caller may clear it: so clearing it is a subtraction.
        return (long) LIVE.getAndAdd(this, -(1L << slot));
    }

    /**
     * Gives the block in a slot another length, from 1 to that of a slot, if it has {@code length}; returns whether
     * that was done. While it changes from or to a length that is stored separately, another thread may find no block.
     */
    boolean resize(int slot, long length, long newLength) {
        if (length > slotByteSize) {
            return false;
        }
        boolean wasPlain = SizeClasses.isTold(slotByteSize - length);
        boolean isPlain = SizeClasses.isTold(slotByteSize - newLength);
        byte state = (byte) stateFor(newLength);
        if (wasPlain && isPlain) {
            return STATES.compareAndSet(states, slot, (byte) stateFor(length), state);
        }
        short[] lengths = sharedWideLengths();
        if (wasPlain) {
            boolean isMine = STATES.compareAndSet(states, slot, (byte) stateFor(length), (byte) WIDE);
            if (isMine) {
                lengths[slot] = (short) newLength;
            }
            return isMine;
        }
        if (!isPlain) {
            return LENGTHS.compareAndSet(lengths, slot, (short) length, (short) newLength);
        }
        byte[] states = this.states;
        boolean isMine = LENGTHS.compareAndSet(lengths, slot, (short) length, (short) 0);
        if (isMine) {
            states[slot] = state;
        }
        return isMine;
    }

    /** The lengths of wide slots; made by one thread. */
    private short[] sharedWideLengths() {
        short[] lengths = (short[]) WIDE_LENGTHS.getAcquire(this);
        if (lengths != null) {
            return lengths;
        }
        WIDE_LENGTHS.compareAndSet(this, (short[]) null, new short[states.length]);
        return (short[]) WIDE_LENGTHS.getAcquire(this);
    }

    /**
     * Gives the pages inside free slots back to the operating system and returns how many bytes they have. The slots
     * are taken meanwhile; an error in the middle makes them lost.
     */
    long trim(FreePages pages) {
        long taken = live;
        long free = allSlots & ~taken;
        if (free == 0 || !LIVE.compareAndSet(this, taken, allSlots)) {
            return 0;
        }
        try {
            return pages.giveBackSlots(this, free);
        } finally {
            long ignored = (long) LIVE.getAndAdd(this, -free);
        }
    }

    /** Resets {@link #detached}; returns whether this thread did so, and has to put the run back into a list. */
    boolean reattach() {
        return detached && DETACHED.compareAndSet(this, true, false);
    }

    /**
     * Retires an empty run, so that no slot can be taken from it unless it is {@linkplain #readmit readmitted}; returns
     * whether it was empty.
     */
    boolean retire() {
        return live == 0 && LIVE.compareAndSet(this, 0L, allSlots);
    }

    /** Undoes {@link #retire}. */
    void readmit() {
        live = 0;
    }
}
