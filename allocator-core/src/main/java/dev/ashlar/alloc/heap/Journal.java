package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The only way in which a heap's bookkeeping is changed, and the note of a change that is under way while several
 * stores belong together. The journal determines the mode of a heap: {@link PlainJournal} for a heap that ends with the
 * process, {@link FileJournal} for one that outlives it, {@link ReadOnlyJournal} for one that nobody may change.
 *
 * <p><b>Errors in the middle.</b> Any call can end in a {@link StackOverflowError}, any allocation of a Java object in
 * an {@link OutOfMemoryError}, and the program may catch them. So a change is made in this order: first everything that
 * can be refused or can fail, growth of indexes included; then {@link #beginChange}; then the stores; then {@link
 * #endChange}. An error between the last two leaves the note in place, and every later change finds it by {@link
 * #requireSettled}. The notes are plain fields, so that code can store to them without a call.
 *
 * <p>Allocating and freeing a slot need no note: everything that can fail comes before {@link #storeState}, which
 * commits in a file, and only stores to fields follow it.
 */
abstract class Journal {
    /** The note that a change of blocks is under way: footers and flags may not be up to date. */
    static final long CHANGING = 1;

    /** The flag that is added to the address of a block that is being shortened. */
    static final long SHRINKING = 2;

    private static final long CODE_MASK = 7;

    private final Preamble preamble;
    private final Memory bytes;

    /** The change under way: 0 for none; {@link #CHANGING}; or a block with {@link #SHRINKING}. */
    long change;

    /** The new header word, for a shrink; the address from which a block is moved, for a move. */
    long operand;

    /** The address that a block is being moved to, or 0. */
    long movedTo;

    /** The block of the large tier that is being allocated and has not been returned yet, or 0. */
    long allocating;

    /**
     * The handle whose block was last to be freed or resized, in a heap that threads share: see {@link
     * PlainHeap#subject}.
     */
    @Nullable
    Object subject;

    /** The last exception that a change or its preparation threw: the error that cut it off, if one did. */
    @Nullable
    Throwable failure;

    /** True once an error has cut off a change; never reset. */
    boolean isStopped;

    /** Makes the journal of the heap with a preamble; {@link #adoptNotes} takes over the change under way there. */
    Journal(Preamble preamble) {
        this.preamble = preamble;
        this.bytes = preamble.bytes();
    }

    final Preamble preamble() {
        return preamble;
    }

    final Memory bytes() {
        return bytes;
    }

    /** The journal of the same heap once it is recovered. */
    abstract Journal successor();

    /** Makes this the only writer of the heap, before anything in it is read or stored. */
    void takeOver() {}

    /** Undoes {@link #takeOver}, for a heap that is refused. */
    void handBack() {}

    /** Notes that this writer is about to close the heap; no harm is done if the heap stays open. */
    void leave() {}

    /**
     * Throws if another writer has opened the heap.
     *
     * @throws IllegalStateException if so, from then on permanently
     */
    void requireWriter() {}

    /** Stores a word of bookkeeping, which is aligned to its size. */
    abstract void store(long address, long word);

    /**
     * Commits the state of a slot in a persistent heap. It takes the run and not the address of the state, so that
     * other heaps need not compute the address, which takes loads that the JIT cannot eliminate.
     */
    abstract void storeState(SlotRun run, int slot, int state);

    /** Stores the slack of a slot whose state is to be {@link SlotRun#WIDE}, in a persistent heap. */
    abstract void storeSlack(SlotRun run, int slot, int slack);

    /** Returns whether the heap outlives the process, so that the states of its slots are stored in the memory. */
    abstract boolean isPersistent();

    /** Returns whether anything may be changed; if not, every change is refused by {@link #requireSettled}. */
    boolean isWritable() {
        return true;
    }

    /**
     * Refuses a change while another one is under way: one that an error cut off, or one that another thread makes in
     * violation of the thread rule.
     */
    void requireSettled() {
        if ((change | movedTo) != 0 || isStopped) {
            throw Damage.unsettled(this);
        }
    }

    /** Notes that footers and flags may be wrong from now on. */
    abstract void beginChange();

    /** Commits that a block loses its end, between {@link #beginChange} and {@link #endChange}. */
    abstract void beginShrink(long block, long word);

    /** Notes that footers and flags are right again. */
    abstract void endChange();

    /** Notes in the memory of a persistent heap that a block is being moved; the fields have already been set. */
    abstract void noteMove();

    /** Notes that the move is done. */
    abstract void endMove();

    /** Copies a payload to another one; they do not overlap. */
    void copyPayload(long from, long to, long byteSize) {
        bytes.copyTo(from, bytes, to, byteSize);
    }

    /** Zeroes a payload. */
    void zeroPayload(long address, long byteSize) {
        bytes.fill(address, 0, byteSize);
    }

    /** The block that is being shrunk, or 0. */
    final long shrinkingBlock() {
        return (change & CODE_MASK) == SHRINKING ? change & ~CODE_MASK : 0;
    }

    /** Returns whether the notes have a valid value. */
    final boolean hasKnownNotes() {
        return change == 0 || change == CHANGING || shrinkingBlock() != 0;
    }

    /** Takes over the change that was under way when the process that had the heap open was killed. */
    final void adoptNotes() {
        change = preamble.change();
        operand = preamble.operand();
        movedTo = preamble.movedTo();
    }

    /** Takes over the change under way from the journal that the heap had before. */
    final void adoptNotes(Journal before) {
        change = before.change;
        operand = before.operand;
        movedTo = before.movedTo;
    }

    /** Sets the root, in one store. */
    final void setRoot(long address) {
        requireSettled();
        store(preamble.rootAddress(), address);
    }

    /** Stores the size of the heap, from the preamble to the end of the end header. */
    final void setByteSize(long byteSize) {
        store(preamble.byteSizeAddress(), byteSize);
    }

    /** Makes the contents behind the preamble a heap, by storing the magic: without it there is no heap. */
    final void writePreamble(long byteSize, boolean isFixed) {
        preamble.write(this, byteSize, isFixed);
    }
}
