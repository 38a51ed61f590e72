package dev.ashlar.alloc.heap;

import dev.ashlar.memory.LinearMemory;

/** The journal of a heap that nobody may change: refuses every change before anything has happened. */
final class ReadOnlyJournal extends FileJournal {
    private final LinearMemory memory;

    ReadOnlyJournal(Preamble preamble) {
        super(preamble);
        this.memory = preamble.memory();
    }

    @Override
    boolean isWritable() {
        return false;
    }

    /** {@inheritDoc} Never throws: a reader does not disturb a writer. */
    @Override
    void requireWriter() {}

    @Override
    void requireSettled() {
        throw refusal();
    }

    @Override
    void store(long address, long word) {
        throw refusal();
    }

    @Override
    void storeState(SlotRun run, int slot, int state) {
        throw refusal();
    }

    @Override
    void storeSlack(SlotRun run, int slot, int slack) {
        throw refusal();
    }

    @Override
    void beginChange() {
        throw refusal();
    }

    private UnsupportedOperationException refusal() {
        return new UnsupportedOperationException(
                "heap is read-only, nothing in it can be allocated, freed, resized or set: file=" + memory.file());
    }
}
