package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a heap's bookkeeping is changed, and the note of what is under way while several stores belong
 * together. The mode of a heap is which journal it has: {@link PlainJournal} for a heap that ends with the process,
 * {@link FileJournal} for one that outlives it, {@link ReadOnlyJournal} for one that nobody may change.
 *
 * <p><b>Errors in the middle.</b> Any call can end in a {@link StackOverflowError}, any allocation of a Java object in an
 * {@link OutOfMemoryError}, and the program may catch them. So a change is made in this order: everything that can be
 * refused or can fail, growth of indexes included; then {@link #beginChange}; then the stores; then {@link #endChange}.
 * An error between the two leaves the note where it is, and every later change finds it by {@link #requireSettled}.
 * The notes are plain fields, which the code that needs them stores to without a call.
 *
 * <p>Allocating and freeing a slot need no note: all that can fail stands before {@link #storeState}, which commits in a
 * file, and only stores to fields follow it.
 */
abstract class Journal {
    /** A change of blocks is under way: footers and flags may be those from before. */
    static final long CHANGING = 1;

    /** Stands beside the address of a block that is being shortened. */
    static final long SHRINKING = 2;

    private static final long CODE_MASK = 7;

    private final Preamble preamble;
    private final Memory bytes;

    /** 0 between changes; {@link #CHANGING}; or a block with {@link #SHRINKING}. */
    long change;

    /** The new header word, of a shrink; where a block is moved from, of a move. */
    long operand;

    /** The address that a block is being moved to, or 0. */
    long movedTo;

    /** The block of the large tier that is being allocated and that nobody has been told of, or 0. */
    long allocating;

    /** The handle whose block was to be freed or resized last, in a heap that threads share: see {@link PlainHeap#subject}. */
    @Nullable
    Object subject;

    /** The exception that came last out of a change, or out of its preparation: the error that has cut it off, if one has. */
    @Nullable
    Throwable failure;

    /** Whether an error has cut a change off; then it stays so. */
    boolean isStopped;

    /** The journal of the heap with a preamble; what is under way there is taken over by {@link #adoptNotes}. */
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

    /** Makes this the one writer of the heap, before anything of it is read or stored. */
    void takeOver() {}

    /** Undoes {@link #takeOver}, for a heap that is refused. */
    void handBack() {}

    /** Says that this writer is about to close the heap; nothing is lost if the heap stays open. */
    void leave() {}

    /**
     * Refuses to go on if another writer has opened the heap.
     *
     * @throws IllegalStateException if so, from then on for ever
     */
    void requireWriter() {}

    /** Stores a word of bookkeeping, which is aligned to its size. */
    abstract void store(long address, long word);

    /**
     * Commits the state of a slot in a heap that keeps those in the memory. It is given the run and not the address of the
     * state, which other heaps should not have to compute: it takes loads that the JIT cannot leave out.
     */
    abstract void storeState(SlotRun run, int slot, int state);

    /** Stores the slack of a slot whose state is to be {@link SlotRun#WIDE}, in a heap that keeps states in the memory. */
    abstract void storeSlack(SlotRun run, int slot, int slack);

    /** Returns whether the heap outlives the process, so that the states of its slots lie in the memory. */
    abstract boolean isPersistent();

    /** Returns whether anything may be changed; if not, every change is refused by {@link #requireSettled}. */
    boolean isWritable() {
        return true;
    }

    /**
     * Refuses a change while another one is under way: one that an error cut off, or one that another thread makes, which
     * must not be.
     */
    void requireSettled() {
        if ((change | movedTo) != 0 || isStopped) {
            throw Damage.unsettled(this);
        }
    }

    /** Says that footers and flags will not be right for a while. */
    abstract void beginChange();

    /** Commits that a block loses its end, between {@link #beginChange} and {@link #endChange}. */
    abstract void beginShrink(long block, long word);

    /** Says that footers and flags are right again. */
    abstract void endChange();

    /** Says in the memory, where that counts, that a block is being moved; the fields have been set. */
    abstract void noteMove();

    /** Says that the move is done. */
    abstract void endMove();

    /** Copies a payload to where another one begins; they do not overlap. */
    void copyPayload(long from, long to, long byteSize) {
        bytes.copyTo(from, bytes, to, byteSize);
    }

    /** Zeroes a payload. */
    void zeroPayload(long address, long byteSize) {
        bytes.fill(address, 0, byteSize);
    }

    /** The block that a shrink is under way of, or 0. */
    final long shrinkingBlock() {
        return (change & CODE_MASK) == SHRINKING ? change & ~CODE_MASK : 0;
    }

    /** Returns whether the notes say something that they can say. */
    final boolean hasKnownNotes() {
        return change == 0 || change == CHANGING || shrinkingBlock() != 0;
    }

    /** Takes over what was under way when the process was killed that had the heap. */
    final void adoptNotes() {
        change = preamble.change();
        operand = preamble.operand();
        movedTo = preamble.movedTo();
    }

    /** Takes over what was under way in the journal that the heap had before. */
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

    /** Says how far the heap reaches, from the preamble to the end of the end header. */
    final void setByteSize(long byteSize) {
        store(preamble.byteSizeAddress(), byteSize);
    }

    /** Makes what lies behind the preamble a heap, by the store of the magic: without it this is none. */
    final void writePreamble(long byteSize, boolean isFixed) {
        preamble.write(this, byteSize, isFixed);
    }
}
