package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run that threads share: slots are taken and given back without a lock.
 *
 * <p>Two things are told about a slot. Its bit in {@link #live} says whether it is taken. Its state says whether there is
 * a block, and with which length: it is the truth that a free goes by, and changes with a compare-and-set. Where a length
 * is told apart ({@link #WIDE}), that is the truth: 0 for no block.
 *
 * <pre>
 *               taken   state       length apart
 *   free          0       0            0
 *   allocating    1       0            0         the thread that set the bit stores the state
 *   block         1     slack + 1      0
 *   shortening    1      WIDE          0         the thread that changed the state stores the length
 *   short block   1      WIDE        length
 *   freeing       1      WIDE          0         the thread that took the length away stores the state
 *   freeing       1       0            0         the thread that took the state away clears the bit
 * </pre>
 *
 * <p>So of two threads that free the same block one takes the state away, and the other finds none; and no slot is given
 * to two threads. A thread that stops anywhere in between keeps one slot from being used, and nobody waits for it.
 *
 * <p>An error can come with every call, and in the interpreter a compare-and-set is one. So each step is one compare-and-set
 * and then stores: it happens or does not. Only between taking a state away and clearing the bit an error can come, and
 * {@link #lostSlots loses} the slot.
 *
 * <p>A run is in one place at a time: it is the current one of its class in its {@link SharedStripe}, or it is in one of
 * that class's lists in a {@link SharedRunQueue}, or it was full when it was looked at last and is {@link #detached}. From
 * there the thread that sets the flag back brings it into a list.
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

    /** The lists that the run comes back to. */
    final SharedRunQueue queue;

    /** The slots that are taken, as bits. */
    private volatile long live;

    /** Whether the run is in no list because it was full. */
    volatile boolean detached;

    /** The next run of the list that this one is in; changed by the thread that puts the run there. */
    @Nullable
    SharedRun next;

    /** The run of a shape at an address, all slots free. */
    SharedRun(int shape, long address, SharedRunQueue queue) {
        super(shape, address);
        this.queue = queue;
    }

    /** The run as another one has it that no thread works with. */
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

    /** {@inheritDoc} Lost ones are not. */
    @Override
    int liveSlots() {
        int count = 0;
        for (int slot = 0; slot < states.length; slot++) {
            count += lengthAt(slot) < 0 ? 0 : 1;
        }
        return count;
    }

    /** The number of slots that are taken and hold no block: for a moment at which no other thread works here. */
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
        // No call from here on. Who is given the address in an orderly way sees the state.
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

    /** Returns whether a state says a length itself: neither 0 nor {@link #WIDE}, with one comparison. */
    private static boolean isPlain(int state) {
        return Integer.compareUnsigned(state - 1, WIDE - 1) < 0;
    }

    /**
     * Takes the block in a slot away, if it has this length or {@link PlainHeap#ANY_LENGTH} is given. Returns the length that
     * it has, or -1 if there is none. If it was taken away, the caller is the only one to be told so, and must call
     * {@link #release}.
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

    /** Makes a slot free whose block the caller took away; returns the slots that were taken before. */
    long release(int slot) {
        // The bit is set, and only the caller may clear it: so taking away is subtracting.
        return (long) LIVE.getAndAdd(this, -(1L << slot));
    }

    /**
     * Returns whether the block in a slot had one length and has the other now, which may be any from 1 to that of a slot. While it
     * changes from or to one that is told apart, another thread may find no block.
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
     * Gives the pages inside free slots back to the operating system and returns how many bytes they have. The slots are taken
     * meanwhile; an error in the middle loses them.
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

    /** Returns whether the run was detached and the caller is the one who brings it back. */
    boolean reattach() {
        return detached && DETACHED.compareAndSet(this, true, false);
    }

    /** Returns whether the run was empty, and can never be allocated from again, unless it is {@linkplain #readmit readmitted}. */
    boolean retire() {
        return live == 0 && LIVE.compareAndSet(this, 0L, allSlots);
    }

    /** Undoes {@link #retire}. */
    void readmit() {
        live = 0;
    }
}
