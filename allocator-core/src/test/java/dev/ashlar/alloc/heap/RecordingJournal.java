package dev.ashlar.alloc.heap;

import dev.ashlar.memory.LinearMemory;

/** The journal of a persistent heap, which shows every store of bookkeeping to an observer before it is made. */
final class RecordingJournal extends FileJournal {
    private final Runnable beforeStore;

    RecordingJournal(LinearMemory memory, Runnable beforeStore) {
        super(new Preamble(memory, 0));
        this.beforeStore = beforeStore;
    }

    @Override
    void store(long address, long word) {
        beforeStore.run();
        super.store(address, word);
    }

    @Override
    void storeState(SlotRun run, int slot, int state) {
        beforeStore.run();
        super.storeState(run, slot, state);
    }

    @Override
    void storeSlack(SlotRun run, int slot, int slack) {
        beforeStore.run();
        super.storeSlack(run, slot, slack);
    }
}
