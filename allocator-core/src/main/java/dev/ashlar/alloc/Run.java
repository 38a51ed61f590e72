package dev.ashlar.alloc;

import org.jspecify.annotations.Nullable;

/**
 * A run as the small tier sees it, on the Java heap, where no payload can forge it: where it lies, how it is cut, and
 * which of its slots are free. Everything the hot paths need is a field, so that they look nothing else up.
 */
final class Run {
    /** Stands at the head of a class without runs: it never has a free slot. */
    static final Run NONE = new Run();

    /** See {@link #slotStartingAt}. */
    private static final int RECIPROCAL_BITS = 22;

    final int shape;
    final int sizeClass;
    final int slotByteSize;

    /** Where the state bytes start, from the start of the run; what lies below are slots. */
    final int statesOffset;

    final long address;

    /** Where the state bytes lie. */
    final long statesAddress;

    /** The slots as bits, all free. */
    final long allSlots;

    private final int reciprocal;

    /** The free slots as bits. */
    long freeSlots;

    @Nullable
    Run next;

    @Nullable
    Run previous;

    /** The run of a shape at an address, all slots free. */
    Run(int shape, long address) {
        this.shape = shape;
        this.sizeClass = RunShape.sizeClass(shape);
        this.slotByteSize = RunShape.slotByteSize(shape);
        this.statesOffset = RunShape.statesOffset(shape);
        this.address = address;
        this.statesAddress = address + statesOffset;
        this.allSlots = RunShape.allSlots(shape);
        this.reciprocal = (1 << RECIPROCAL_BITS) / slotByteSize + 1;
        this.freeSlots = allSlots;
    }

    private Run() {
        this.shape = 0;
        this.sizeClass = 0;
        this.slotByteSize = 0;
        this.statesOffset = 0;
        this.address = 0;
        this.statesAddress = 0;
        this.allSlots = 0;
        this.reciprocal = 0;
    }

    boolean isEmpty() {
        return freeSlots == allSlots;
    }

    long addressOf(int slot) {
        return address + (long) slot * slotByteSize;
    }

    /** Where the state byte of a slot lies. */
    long stateAddress(int slot) {
        return statesAddress + slot;
    }

    /**
     * The number of the slot that starts at {@code address}, which lies in this run, or -1. The product with the
     * rounded reciprocal is the quotient where there is no rest, and where there is one, the check refuses it.
     */
    int slotStartingAt(long address) {
        int offset = (int) (address - this.address);
        int slot = (offset * reciprocal) >>> RECIPROCAL_BITS;
        return slot * slotByteSize == offset && offset < statesOffset ? slot : -1;
    }
}
