package dev.ashlar.alloc;

import dev.ashlar.memory.Memory;
import java.lang.invoke.VarHandle;

/**
 * The format of a heap that is kept: bookkeeping is stored in exactly the order of the program, and what several stores
 * do is noted in the preamble, so that the heap opens again whenever the process is killed.
 *
 * <p>A process that is killed stops between two instructions, and what it stored is in the file. So nothing but the
 * compiler can change the order. The fence before a store keeps what was stored earlier, payloads included, before it;
 * the one after it keeps what the user does with the outcome, such as linking a block, behind it. On x86 they are no
 * instructions.
 */
class KeptBlockFormat extends BlockFormat {
    private final Preamble preamble;

    KeptBlockFormat(Memory bytes, long start) {
        super(bytes);
        this.preamble = new Preamble(this, start);
    }

    @Override
    void store(long address, long word) {
        VarHandle.releaseFence();
        bytes().storeI64(address, word);
        VarHandle.releaseFence();
    }

    @Override
    void storeState(long address, int state) {
        VarHandle.releaseFence();
        bytes().storeI8(address, state);
        VarHandle.releaseFence();
    }

    @Override
    final boolean isKept() {
        return true;
    }

    @Override
    void beginChange() {
        preamble.beginChange();
    }

    @Override
    final void beginShrink(long block, long size, long length) {
        preamble.beginShrink(block, liveWord(size, length, followsFree(word(block))));
    }

    @Override
    final void endChange() {
        preamble.endChange();
    }

    @Override
    final void beginMove(long from, long to) {
        preamble.beginMove(from, to);
    }

    @Override
    final void endMove() {
        preamble.endMove();
    }
}
