package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/**
 * A span of the heap that is cut into equal slots: its address, its shape, and the state of each slot. On the Java
 * heap, where no payload can forge it.
 */
public abstract sealed class SlotRun permits Run, SharedRun {
    final int shape;
    final int slotByteSize;

    /** The state of a slot whose slack is too large for a byte: its length is stored separately. */
    static final int WIDE = 255;

    /** The sum of the length of a live slot and its state: the state is slack + 1. */
    private final int lengthAndState;

    final long address;

    /** The slots as bits, all free. */
    final long allSlots;

    /** The states: for each slot 0 if it is free, otherwise slack + 1, or {@link #WIDE}. */
    final byte[] states;

    /** The lengths of the slots that are {@link #WIDE}; made with the first one. */
    short @Nullable [] wideLengths;

    /** See {@link #slotNumber}. */
    private final int oddInverse;

    private final int evenShift;

    /** Makes the run of a shape at an address, all slots free. */
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

    /** The bytes in a slot. */
    public final int slotByteSize() {
        return slotByteSize;
    }

    /** The slots that are free, as bits. */
    abstract long freeBits();

    /** The number of live slots. */
    int liveSlots() {
        return Long.bitCount(allSlots & ~freeBits());
    }

    /** The address of a slot; for {@link #slotCount}, the end of the last one. */
    public final long addressOf(int slot) {
        int offset = slot * slotByteSize;
        return address + offset;
    }

    /** The address of the state byte of a slot in a persistent heap, see {@link BlockFormat}. */
    final long stateAddress(int slot) {
        return address + RunShape.statesOffset(shape) + slot;
    }

    /**
     * The number of the slot that starts at {@code address}, which lies in this run, or a number that no slot has: see
     * {@link #hasSlot}.
     *
     * <p>Multiplying with the inverse of the slot size's odd part, modulo 2^32, and rotating its even part away gives
     * the quotient if there is no remainder, and otherwise a number beyond every quotient (Granlund and Montgomery,
     * "Division by Invariant Integers using Multiplication", section 9).
     */
    final int slotNumber(long address) {
        return Integer.rotateRight((int) (address - this.address) * oddInverse, evenShift);
    }

    /**
     * Returns whether a slot has this number. One unsigned comparison; the JIT needs no other check to load the state
     * of the slot.
     */
    final boolean hasSlot(int number) {
        return Integer.compareUnsigned(number, states.length) < 0;
    }

    /** The number of the slot that starts at {@code address}, which lies in this run, or -1. */
    final int slotStartingAt(long address) {
        int slot = slotNumber(address);
        return hasSlot(slot) ? slot : -1;
    }

    /** The state of a slot: 0 if it is free, otherwise slack + 1, or {@link #WIDE}. */
    final int state(int slot) {
        return states[slot] & 0xFF;
    }

    /** The length that was requested, or -1 for a free slot. */
    public final long lengthOf(int slot) {
        int state = state(slot);
        return state == 0 ? -1 : lengthIn(slot, state);
    }

    /** The length of a live slot with a state. */
    final long lengthIn(int slot, int state) {
        short[] wide = wideLengths;
        return state == WIDE && wide != null ? wide[slot] : lengthIn(state);
    }

    /** The lengths of wide slots; made if necessary. */
    final short[] makeWideLengths() {
        short[] wide = wideLengths;
        if (wide == null) {
            wide = new short[states.length];
            wideLengths = wide;
        }
        return wide;
    }

    /** The address of the slack of a wide slot in a persistent heap, see {@link BlockFormat}. */
    final long slackAddress(int slot) {
        return address + RunShape.slacksOffset(shape) + (long) slot * Short.BYTES;
    }

    /** The length that the state of a live slot, not {@link #WIDE}, stands for. */
    final int lengthIn(int state) {
        return lengthAndState - state;
    }

    /** The state of a live slot with a length. */
    final int stateFor(long length) {
        return lengthAndState - (int) length;
    }

    /**
     * The inverse of an odd number modulo 2^32, by Newton's iteration: each step doubles the number of correct bits.
     */
    private static int inverse(int odd) {
        int inverse = odd;
        for (int bits = 3; bits < Integer.SIZE; bits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
