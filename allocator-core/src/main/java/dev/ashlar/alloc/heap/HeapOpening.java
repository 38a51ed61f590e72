package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import org.jspecify.annotations.Nullable;

/**
 * Opens a heap that is in a memory already: checks its preamble, walks its blocks once and builds every index from what
 * they say; then completes or undoes what a killed process, or an error in this one, left half-done.
 *
 * <p>Nothing but the writer is stored before the walk has reached the end, and that is stored back, so that a heap which is
 * refused is as it was. O(blocks + slots).
 */
public final class HeapOpening {
    private final LinearMemory memory;
    private final Journal journal;
    private final HeapExtent extent;
    private final Survivors survivors;
    private final Heap heap;

    /** Opens the heap in a claim that begins where the heap was made; {@code before} was it in this process. */
    private HeapOpening(Claim claim, Journal journal, Survivors.@Nullable Before before) {
        this.memory = claim.memory();
        this.journal = journal;
        long start = HeapExtent.startFor(claim.base());
        this.extent = new HeapExtent(claim, start + journal.preamble().byteSize());
        this.survivors = new Survivors(journal, before);
        this.heap = new Heap(extent, journal);
    }

    /**
     * The bytes that a heap from {@code base} on is bound to, or -1 if it grows with its memory.
     *
     * @throws HeapFormatException if there is none, or it is not one that this library can open
     */
    public static long fixedByteSize(LinearMemory memory, long base) {
        Preamble preamble = Preamble.find(memory, base);
        if (preamble == null) {
            throw Damage.format(memory, base, "too short for a heap", "memoryByteSize=" + memory.byteSize());
        }
        checkPreamble(memory, preamble);
        if (preamble.isFixed()) {
            checkReach(memory, preamble);
        }
        return preamble.isFixed() ? preamble.start() + preamble.byteSize() - base : -1;
    }

    /** Opens the heap at the base of a claim whose preamble {@link #fixedByteSize} has checked. */
    public static Heap open(Claim claim) {
        LinearMemory memory = claim.memory();
        Preamble preamble = new Preamble(memory, HeapExtent.startFor(claim.base()));
        boolean isReadOnly = memory.whole().isReadOnly();
        return open(claim, isReadOnly ? new ReadOnlyJournal(preamble) : new FileJournal(preamble));
    }

    static Heap open(Claim claim, Journal journal) {
        if (!journal.isWritable()) {
            checkPreamble(claim.memory(), journal.preamble());
            checkReach(claim.memory(), journal.preamble());
            journal.adoptNotes();
            HeapOpening reading = new HeapOpening(claim, journal, null);
            reading.read();
            return reading.heap;
        }
        journal.takeOver();
        HeapOpening opening;
        OpeningWalk walk;
        try {
            // A writer that has lost its lock may have changed the heap, and grown the file, until now.
            checkPreamble(claim.memory(), journal.preamble());
            claim.followFile();
            checkReach(claim.memory(), journal.preamble());
            journal.adoptNotes();
            opening = new HeapOpening(claim, journal, null);
            walk = opening.walk();
        } catch (IllegalStateException refused) {
            journal.handBack();
            throw refused;
        }
        opening.repair(walk);
        return opening.heap;
    }

    /**
     * Makes a heap anew that this process has open: from the headers in the memory, which are the truth about what is a
     * block, and from what the Java heap knows to be handed out. Whatever an error has cut off is completed or undone, and
     * links, footers and flags that stray stores have hit are made anew.
     *
     * @throws HeapFormatException if headers are damaged; nothing has changed then
     * @throws IllegalStateException if another writer has opened the heap
     */
    static Heap recover(Heap before) {
        Journal notes = before.journal();
        if (!notes.isWritable()) {
            return before;
        }
        notes.requireWriter();
        return recover(before, notes.successor());
    }

    static Heap recover(Heap before, Journal journal) {
        journal.adoptNotes(before.journal());
        LinearMemory memory = before.extent().claim().memory();
        checkReach(memory, journal.preamble());
        HeapOpening opening = new HeapOpening(before.extent().claim(), journal, before);
        OpeningWalk walk = opening.walk();
        // From here on what is there is the new heap: if an error cuts this off, the old one refuses all until it is
        // tried again.
        before.small().hide();
        before.journal().isStopped = true;
        opening.repair(walk);
        opening.heap.small().notePeak(before.peakUsedByteSize());
        return opening.heap;
    }

    /** As {@link #recover(Heap)}, of a heap that threads share: the blocks that it must have, for one thread at a time. */
    static Heap recover(SharedHeap before) {
        Journal notes = before.large().large().journal();
        Journal journal = new PlainJournal(notes.preamble());
        journal.adoptNotes(notes);
        Claim claim = before.extent().claim();
        checkReach(claim.memory(), journal.preamble());
        HeapOpening opening = new HeapOpening(claim, journal, before);
        opening.readAndRepair();
        return opening.heap;
    }

    private void read() {
        if (journal.shrinkingBlock() != 0) {
            throw Damage.format(
                    memory,
                    journal.shrinkingBlock(),
                    "a killed process left a block half-resized, which only a writer can complete",
                    "");
        }
        OpeningWalk walk = new OpeningWalk(heap, survivors, memory);
        walk.run();
        if (walk.oldEnd() != 0) {
            extent.endAt(walk.oldEnd() + BlockFormat.HEADER_BYTE_SIZE);
        }
    }

    private void readAndRepair() {
        repair(walk());
    }

    private OpeningWalk walk() {
        OpeningWalk walk = new OpeningWalk(heap, survivors, memory);
        walk.run();
        return walk;
    }

    private void repair(OpeningWalk walk) {
        walk.repair();
        walk.listFreeBlocks();
        if (journal.change != 0) {
            journal.endChange();
        }
        walk.storeStates();
        undoMove();
        walk.orphans().forEach(this::freeIfLive);
        walk.emptyRuns().forEach(heap.small()::makeSpareOrGiveBack);
    }

    /** A move is done once the old block is free. Until then the new one is nobody's. */
    private void undoMove() {
        long to = journal.movedTo;
        long from = journal.operand;
        if (to == 0) {
            return;
        }
        if (heap.small().isLive(from) && heap.small().isLive(to)) {
            heap.small().freeMoved(to);
        }
        journal.endMove();
    }

    private void freeIfLive(long address) {
        if (heap.lengthAt(address) >= 0) {
            heap.free(address, PlainHeap.ANY_LENGTH);
        }
    }

    private static void checkPreamble(LinearMemory memory, Preamble preamble) {
        long start = preamble.start();
        if (!preamble.hasMagic()) {
            throw Damage.format(memory, start, "no heap is here", "");
        }
        if (preamble.version() != Preamble.VERSION && preamble.version() > 0) {
            boolean isNewer = preamble.version() > Preamble.VERSION;
            throw Damage.format(
                    memory,
                    start,
                    isNewer
                            ? "heap of a newer format: use the version of the library that wrote it, or a later one"
                            : "heap of an older format: use the version of the library that wrote it",
                    "version=" + preamble.version() + " known=" + Preamble.VERSION);
        }
        if (preamble.version() != Preamble.VERSION || !preamble.hasKnownFlags()) {
            throw Damage.format(
                    memory, start, "damaged preamble", "version=" + preamble.version() + " flags=" + preamble.flags());
        }
        if (!preamble.isPersistent()) {
            throw Damage.format(
                    memory, start, "heap that was not kept: it lay in no file, and what its slots held is gone", "");
        }
        checkByteSize(memory, preamble);
    }

    private static void checkByteSize(LinearMemory memory, Preamble preamble) {
        long byteSize = preamble.byteSize();
        if (byteSize < BlockFormat.MIN_HEAP_BYTE_SIZE || byteSize % BlockFormat.GRANULE_BYTE_SIZE != 0) {
            throw Damage.format(memory, preamble.start(), "damaged preamble", "byteSize=" + byteSize);
        }
    }

    private static void checkReach(LinearMemory memory, Preamble preamble) {
        checkByteSize(memory, preamble);
        long start = preamble.start();
        long byteSize = preamble.byteSize();
        if (byteSize > memory.byteSize() - start) {
            throw Damage.format(
                    memory,
                    start,
                    "heap is cut short",
                    "byteSize=" + byteSize + " memoryByteSize=" + memory.byteSize());
        }
    }
}
