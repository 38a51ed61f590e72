package dev.ashlar.alloc;

/**
 * A run as the small tier sees it, on the Java heap, where no payload can forge it: where it lies, how it is cut, and
 * what each slot holds. Everything the hot paths need is a field, so that they look nothing else up.
 */
final class Run {
    final int shape;
    final int slotByteSize;

    final long address;

    /** The slots as bits, all free. */
    final long allSlots;

    /** The group that the run is in, and its number there. */
    final RunGroup group;

    final int number;

    /** See {@link #slotStartingAt}. */
    private final int oddInverse;

    private final int evenShift;
    private final byte[] states;

    /** The free slots as bits. */
    long freeSlots;

    /** The run of a shape at an address, all slots free, with its number in a group. */
    Run(int shape, long address, RunGroup group, int number) {
        this.shape = shape;
        this.slotByteSize = RunShape.slotByteSize(shape);
        this.address = address;
        this.allSlots = RunShape.allSlots(shape);
        this.evenShift = Integer.numberOfTrailingZeros(slotByteSize);
        this.oddInverse = inverse(slotByteSize >>> evenShift);
        this.states = new byte[RunShape.slotCount(shape)];
        this.freeSlots = allSlots;
        this.group = group;
        this.number = number;
    }

    int sizeClass() {
        return group.sizeClass;
    }

    boolean isEmpty() {
        return freeSlots == allSlots;
    }

    /** How many slots are live. */
    int liveSlots() {
        return Long.bitCount(allSlots & ~freeSlots);
    }

    long addressOf(int slot) {
        return address + (long) slot * slotByteSize;
    }

    /** Where the state byte of a slot lies in a heap that is kept, see {@link BlockFormat}. */
    long stateAddress(int slot) {
        return address + RunShape.statesOffset(shape) + slot;
    }

    /**
     * The number of the slot that starts at {@code address}, which lies in this run, or -1.
     *
     * <p>Multiplying with the inverse of the slot size's odd part, modulo 2^32, and rotating its even part away gives
     * the quotient where there is no rest, and else a number beyond every quotient (Granlund and Montgomery, "Division
     * by Invariant Integers using Multiplication", section 9). So one comparison, without sign, says whether a slot
     * starts there.
     */
    int slotStartingAt(long address) {
        int slot = Integer.rotateRight((int) (address - this.address) * oddInverse, evenShift);
        return Integer.compareUnsigned(slot, states.length) < 0 ? slot : -1;
    }

    /** 0 for a free slot, else slack + 1. */
    int state(int slot) {
        return states[slot] & 0xFF;
    }

    /** The length that was asked for, or -1 for a free slot. */
    long lengthOf(int slot) {
        int state = state(slot);
        return state == 0 ? -1 : lengthIn(state);
    }

    /** The length that the state of a live slot says. */
    long lengthIn(int state) {
        return slotByteSize + 1L - state;
    }

    /** The state of a slot that is live with a length. */
    int stateFor(long length) {
        return (int) (slotByteSize + 1 - length);
    }

    void setState(int slot, int state) {
        states[slot] = (byte) state;
    }

    /** Makes every slot what its state says. */
    void setStates(byte[] newStates) {
        freeSlots = 0;
        for (int slot = 0; slot < states.length; slot++) {
            states[slot] = newStates[slot];
            freeSlots |= newStates[slot] == 0 ? 1L << slot : 0;
        }
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
