package dev.ashlar.alloc.heap;

/**
 * The journal of a heap that ends with the process: stores are plain stores, the states of slots are only on the Java
 * heap, and a change under way is noted in fields.
 */
class PlainJournal extends Journal {
    PlainJournal(Preamble preamble) {
        super(preamble);
    }

    @Override
    Journal successor() {
        return new PlainJournal(preamble());
    }

    @Override
    void store(long address, long word) {
        bytes().storeI64(address, word);
    }

    @Override
    void storeState(SlotRun run, int slot, int state) {}

    @Override
    void storeSlack(SlotRun run, int slot, int slack) {}

    @Override
    final boolean isPersistent() {
        return false;
    }

    @Override
    void beginChange() {
        change = CHANGING;
    }

    @Override
    void beginShrink(long block, long word) {
        operand = word;
        change = block | SHRINKING;
    }

    @Override
    void endChange() {
        change = 0;
    }

    @Override
    void noteMove() {}

    @Override
    void endMove() {
        movedTo = 0;
    }
}
