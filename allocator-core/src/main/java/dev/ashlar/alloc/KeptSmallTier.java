package dev.ashlar.alloc;

/**
 * The small tier of a heap in a file: keeps the state bytes of the slots in the memory too, so that the heap can be
 * opened again. The store of a state byte is what commits allocating, freeing and resizing a slot.
 */
final class KeptSmallTier extends SmallTier {
    private final BlockFormat format;

    KeptSmallTier(LargeTier large, BlockFormat format) {
        super(large);
        this.format = format;
    }

    @Override
    void setState(Run run, int slot, int state) {
        format.setSlotState(run, slot, state);
        super.setState(run, slot, state);
    }
}
