package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/**
 * A span of the heap that is cut into equal slots: where it lies, how it is cut, and the state of each slot. On the Java
 * heap, where no payload can forge it.
 */
public abstract sealed class SlotRun permits Run, SharedRun {
    final int shape;
    final int slotByteSize;

    /** The state of a slot whose slack is more than a byte can tell: its length is told apart. */
    static final int WIDE = 255;

    /** The sum of the length of a live slot and its state: the state is slack + 1. */
    private final int lengthAndState;

    final long address;

    /** The slots as bits, all free. */
    final long allSlots;

    /** For each slot 0 if it is free, else slack + 1, or {@link #WIDE}. */
    final byte[] states;

    /** The lengths of the slots that are {@link #WIDE}; made when the first one is. */
    short @Nullable [] wideLengths;

    /** See {@link #slotNumber}. */
    private final int oddInverse;

    private final int evenShift;

    /** The run of a shape at an address, all slots free. */
    SlotRun(int shape, long address) {
        this.shape = shape;
        this.slotByteSize = RunShape.slotByteSize(shape);
        this.lengthAndState = slotByteSize + 1;
        this.address = address;
        this.allSlots = RunShape.allSlots(shape);
        this.evenShift = Integer.numberOfTrailingZeros(slotByteSize);
        this.oddInverse = inverse(slotByteSize >>> evenShift);
        this.states = new byte[RunShape.slotCount(shape)];
    }

    /** The number of slots. */
    public final int slotCount() {
        return states.length;
    }

    /** Bytes in a slot. */
    public final int slotByteSize() {
        return slotByteSize;
    }

    /** The slots that are free, as bits. */
    abstract long freeBits();

    /** The number of live slots. */
    int liveSlots() {
        return Long.bitCount(allSlots & ~freeBits());
    }

    /** The address of a slot; for their number, the end of the last one. */
    public final long addressOf(int slot) {
        int offset = slot * slotByteSize;
        return address + offset;
    }

    /** The address of the state byte of a slot in a heap that is kept, see {@link BlockFormat}. */
    final long stateAddress(int slot) {
        return address + RunShape.statesOffset(shape) + slot;
    }

    /**
     * The number of the slot that starts at {@code address}, which lies in this run, or something that is no slot's: see
     * {@link #hasSlot}.
     *
     * <p>Multiplying with the inverse of the slot size's odd part, modulo 2^32, and rotating its even part away gives
     * the quotient where there is no rest, and else a number beyond every quotient (Granlund and Montgomery, "Division
     * by Invariant Integers using Multiplication", section 9).
     */
    final int slotNumber(long address) {
        return Integer.rotateRight((int) (address - this.address) * oddInverse, evenShift);
    }

    /** Returns whether a slot has this number. One comparison, without sign; the JIT needs no other one for the state of the slot. */
    final boolean hasSlot(int number) {
        return Integer.compareUnsigned(number, states.length) < 0;
    }

    /** The number of the slot that starts at {@code address}, which lies in this run, or -1. */
    final int slotStartingAt(long address) {
        int slot = slotNumber(address);
        return hasSlot(slot) ? slot : -1;
    }

    /** 0 for a free slot, else slack + 1, or {@link #WIDE}. */
    final int state(int slot) {
        return states[slot] & 0xFF;
    }

    /** The length that was asked for, or -1 for a free slot. */
    public final long lengthOf(int slot) {
        int state = state(slot);
        return state == 0 ? -1 : lengthIn(slot, state);
    }

    /** The length of a slot that is live with a state. */
    final long lengthIn(int slot, int state) {
        short[] wide = wideLengths;
        return state == WIDE && wide != null ? wide[slot] : lengthIn(state);
    }

    /** The lengths of wide slots; made if need be. */
    final short[] makeWideLengths() {
        short[] wide = wideLengths;
        if (wide == null) {
            wide = new short[states.length];
            wideLengths = wide;
        }
        return wide;
    }

    /** The address of the slack of a wide slot in a heap that is kept, see {@link BlockFormat}. */
    final long slackAddress(int slot) {
        return address + RunShape.slacksOffset(shape) + (long) slot * Short.BYTES;
    }

    /** The length that the state of a live slot says, which is not {@link #WIDE}. */
    final int lengthIn(int state) {
        return lengthAndState - state;
    }

    /** The state of a slot that is live with a length. */
    final int stateFor(long length) {
        return lengthAndState - (int) length;
    }

    /** The inverse of an odd number modulo 2^32, by Newton's iteration: each step doubles the bits that are right. */
    private static int inverse(int odd) {
        int inverse = odd;
        for (int bits = 3; bits < Integer.SIZE; bits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
