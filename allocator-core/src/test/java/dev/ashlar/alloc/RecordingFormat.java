package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;

/** The format of a heap that is kept, which shows every store of bookkeeping to an observer before it is made. */
final class RecordingFormat extends KeptBlockFormat {
    private final Runnable beforeStore;

    RecordingFormat(LinearMemory memory, Runnable beforeStore) {
        super(memory.whole(), 0);
        this.beforeStore = beforeStore;
    }

    @Override
    void store(long address, long word) {
        beforeStore.run();
        super.store(address, word);
    }

    @Override
    void storeState(long address, int state) {
        beforeStore.run();
        super.storeState(address, state);
    }
}
