package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;

/** The format of a heap that nobody may change: refuses before anything has happened. */
final class ReadOnlyBlockFormat extends KeptBlockFormat {
    private final LinearMemory memory;

    ReadOnlyBlockFormat(LinearMemory memory, long start) {
        super(memory.whole(), start);
        this.memory = memory;
    }

    @Override
    void store(long address, long word) {
        throw Refusal.readOnly(memory);
    }

    @Override
    void storeState(long address, int state) {
        throw Refusal.readOnly(memory);
    }

    @Override
    void beginChange() {
        throw Refusal.readOnly(memory);
    }
}
