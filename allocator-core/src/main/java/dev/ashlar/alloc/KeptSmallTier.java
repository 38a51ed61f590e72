package dev.ashlar.alloc;

import dev.ashlar.memory.Memory;

/**
 * The small tier of a heap in a file: keeps the state bytes of the slots in the memory too, so that the heap can be
 * opened again. The store of a state byte is what commits allocating, freeing and resizing a slot.
 */
final class KeptSmallTier extends SmallTier {
    private final Memory bytes;

    KeptSmallTier(LargeTier large, Usage usage, Memory bytes) {
        super(large, usage);
        this.bytes = bytes;
    }

    @Override
    void setState(Run run, int slot, int state) {
        BlockFormat.setSlotState(bytes, run, slot, state);
        super.setState(run, slot, state);
    }
}
