package dev.ashlar.alloc.heap;

import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The journal of a heap in a file: bookkeeping is stored exactly in program order, and changes under way are noted in
 * the preamble too, so that the heap can be opened again whenever the process is killed.
 *
 * <p>A process that is killed stops between two instructions, and what it stored is in the file. So only the compiler
 * can change the order. The fence before a store keeps earlier stores, payloads included, before it; the fence after it
 * keeps what the user does with the outcome, such as linking a block, behind it. On x86 they need no instructions.
 *
 * <p><b>One writer.</b> The locks of the file keep a second writer out, unless both are lost: other code of the process
 * opens and closes the file, and the sibling too, or somebody deletes it, renames the file or uses a hard link. So each
 * writer that opens the heap stores a random number in the preamble, and checks before every store that it is still
 * there. The fences keep the compiler from checking once for several stores. After another writer has opened the heap,
 * a writer can still make one store: the one that it was about to make. The other writer waits a moment for that, if
 * the process of the first one is alive.
 */
class FileJournal extends Journal {
    /** The time within which a process makes a store that it was about to make, unless it is suspended. */
    private static final long GRACE_MILLIS = 200;

    /** The bytes that are copied or zeroed at once: far fewer than {@link #GRACE_MILLIS} would allow. */
    private static final long PART_BYTE_SIZE = 1 << 20;

    private final long writerAddress;

    /**
     * The number in the preamble as long as nobody else opens the heap; 0, which never is in the preamble, once
     * somebody has.
     */
    private long writer;

    private long writerBefore;
    private long processBefore;

    FileJournal(Preamble preamble) {
        super(preamble);
        this.writerAddress = preamble.writerAddress();
    }

    /**
     * Returns the journal of a heap with a preamble. A method and not a constructor, so that a program without such a
     * heap never loads this class, and the JIT knows that there is only one journal.
     */
    static Journal of(Preamble preamble) {
        return new FileJournal(preamble);
    }

    @Override
    Journal successor() {
        FileJournal successor = new FileJournal(preamble());
        successor.writer = writer;
        return successor;
    }

    @Override
    void takeOver() {
        writerBefore = preamble().writer();
        processBefore = preamble().process();
        long process = ProcessMark.current();
        long random;
        do {
            random = ThreadLocalRandom.current().nextLong() ^ process;
        } while (random == 0 || random == writerBefore);
        storeUnchecked(preamble().processAddress(), process);
        storeUnchecked(writerAddress, random);
        writer = random;
        if (preamble().memory().file() != null && ProcessMark.mayBeAlive(processBefore, process)) {
            pause();
        }
    }

    @Override
    void handBack() {
        if (preamble().writer() == writer) {
            storeUnchecked(preamble().processAddress(), processBefore);
            storeUnchecked(writerAddress, writerBefore);
            writer = 0;
        }
    }

    @Override
    void leave() {
        if (writer != 0 && preamble().writer() == writer) {
            storeUnchecked(preamble().processAddress(), 0);
        }
    }

    private static void pause() {
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException meanwhile) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void requireWriter() {
        checkWriter();
    }

    /** {@inheritDoc} In parts, so that not much is stored after another writer has opened the heap. */
    @Override
    void copyPayload(long from, long to, long byteSize) {
        checkWriter();
        for (long at = 0; at < byteSize; at += PART_BYTE_SIZE) {
            super.copyPayload(from + at, to + at, Math.min(PART_BYTE_SIZE, byteSize - at));
            checkWriter();
        }
    }

    /** {@inheritDoc} In parts, as {@link #copyPayload}. */
    @Override
    void zeroPayload(long address, long byteSize) {
        checkWriter();
        for (long at = 0; at < byteSize; at += PART_BYTE_SIZE) {
            super.zeroPayload(address + at, Math.min(PART_BYTE_SIZE, byteSize - at));
            checkWriter();
        }
    }

    private void checkWriter() {
        if (bytes().loadI64(writerAddress) != writer) {
            throw otherWriter();
        }
    }

    private IllegalStateException otherWriter() {
        writer = 0;
        return Damage.otherWriter(preamble());
    }

    @Override
    void requireSettled() {
        checkWriter();
        super.requireSettled();
    }

    @Override
    void store(long address, long word) {
        VarHandle.releaseFence();
        // After the fence: so the JIT has to load what it needs to know about the memory only once for both accesses.
        checkWriter();
        bytes().storeI64(address, word);
        VarHandle.releaseFence();
    }

    private void storeUnchecked(long address, long word) {
        VarHandle.releaseFence();
        bytes().storeI64(address, word);
        VarHandle.releaseFence();
    }

    /** {@inheritDoc} Refused while a change is under way; the store is itself one until it returns. */
    @Override
    void storeState(SlotRun run, int slot, int state) {
        if (change != 0) {
            checkWriter();
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
        checkWriter();
        bytes().storeI8(address, state);
        VarHandle.releaseFence();
    }

    @Override
    void storeSlack(SlotRun run, int slot, int slack) {
        VarHandle.releaseFence();
        checkWriter();
        bytes().storeI16(run.slackAddress(slot), slack);
    }

    @Override
    final boolean isPersistent() {
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
