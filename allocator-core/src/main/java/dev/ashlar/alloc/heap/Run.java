package dev.ashlar.alloc.heap;

/**
 * A run of the small tier, with its position in a {@link RunGroup}. Everything that the hot paths need is a field, so
 * that they need no other lookup.
 */
final class Run extends SlotRun {
    /** The group that the run is in. */
    final RunGroup group;

    /** The bit of the run's number in its group. */
    final long groupBit;

    /** The free slots as bits. */
    long freeSlots;

    /** Makes the run of a shape at an address, all slots free, with the bit of its number in a group. */
    Run(int shape, long address, RunGroup group, long groupBit) {
        super(shape, address);
        this.freeSlots = allSlots;
        this.group = group;
        this.groupBit = groupBit;
    }

    int sizeClass() {
        return group.sizeClass;
    }

    boolean isEmpty() {
        return freeSlots == allSlots;
    }

    @Override
    long freeBits() {
        return freeSlots;
    }

    /** Makes a free slot live with a length. */
    void adopt(int slot, int length) {
        boolean isTold = SizeClasses.isTold(slotByteSize - length);
        if (!isTold) {
            makeWideLengths()[slot] = (short) length;
        }
        states[slot] = (byte) (isTold ? stateFor(length) : WIDE);
        freeSlots &= ~(1L << slot);
    }
}
