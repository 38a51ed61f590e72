package dev.ashlar.alloc;

/** The small tier of a heap that nobody may change. */
final class ReadOnlySmallTier extends SmallTier {
    private final BlockFormat format;

    ReadOnlySmallTier(LargeTier large, BlockFormat format) {
        super(large);
        this.format = format;
        large.onShortage(this::refuse);
    }

    /** Refuses, with the index as it was: allocating a slot has taken its bits out by now. */
    @Override
    void setState(Run run, int slot, int state) {
        if (run.state(slot) == 0) {
            run.freeSlots |= 1L << slot;
            run.group.withFreeSlot |= run.groupBit;
        }
        refuse();
    }

    private boolean refuse() {
        format.beginChange();
        return false;
    }
}
