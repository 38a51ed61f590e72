package dev.ashlar.alloc.heap;

import java.lang.invoke.VarHandle;

/**
 * The journal of a heap in a file: bookkeeping is stored in exactly the order of the program, and what is under way
 * stands in the preamble too, so that the heap opens again whenever the process is killed.
 *
 * <p>A process that is killed stops between two instructions, and what it stored is in the file. So nothing but the
 * compiler can change the order. The fence before a store keeps what was stored earlier, payloads included, before it;
 * the one after it keeps what the user does with the outcome, such as linking a block, behind it. On x86 they are no
 * instructions.
 */
class FileJournal extends Journal {
    FileJournal(Preamble preamble) {
        super(preamble);
    }

    /**
     * The journal of a heap with a preamble. A method and not a constructor, so that a program which has no such heap never
     * loads this class, and the JIT knows that there is but one journal.
     */
    static Journal of(Preamble preamble) {
        return new FileJournal(preamble);
    }

    @Override
    void store(long address, long word) {
        VarHandle.releaseFence();
        bytes().storeI64(address, word);
        VarHandle.releaseFence();
    }

    /** {@inheritDoc} Refused while a change is under way, as this is one until the store has returned. */
    @Override
    void storeState(SlotRun run, int slot, int state) {
        if (change != 0) {
            throw Damage.unsettled(this);
        }
        change = CHANGING;
        try {
            write(run.stateAddress(slot), state);
        } catch (Throwable thrown) {
            failure = thrown;
            throw thrown;
        }
        change = 0;
    }

    void write(long address, int state) {
        VarHandle.releaseFence();
        bytes().storeI8(address, state);
        VarHandle.releaseFence();
    }

    @Override
    void storeSlack(SlotRun run, int slot, int slack) {
        VarHandle.releaseFence();
        bytes().storeI16(run.slackAddress(slot), slack);
    }

    @Override
    final boolean isKept() {
        return true;
    }

    @Override
    void beginChange() {
        change = CHANGING;
        store(preamble().changeAddress(), CHANGING);
    }

    @Override
    void beginShrink(long block, long word) {
        store(preamble().operandAddress(), word);
        store(preamble().changeAddress(), block | SHRINKING);
        operand = word;
        change = block | SHRINKING;
    }

    @Override
    void endChange() {
        store(preamble().changeAddress(), 0);
        change = 0;
    }

    @Override
    void noteMove() {
        store(preamble().operandAddress(), operand);
        store(preamble().moveAddress(), movedTo);
    }

    @Override
    void endMove() {
        store(preamble().moveAddress(), 0);
        movedTo = 0;
    }
}
