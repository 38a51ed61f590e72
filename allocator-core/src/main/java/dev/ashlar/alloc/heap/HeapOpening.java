package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import org.jspecify.annotations.Nullable;

/**
 * Opens a heap that already is in a memory: checks its preamble, walks its blocks once and builds every index from
 * them; then completes or undoes the changes that a killed process, or an error in this one, left incomplete.
 *
 * <p>Until the walk has reached the end only the writer is stored, and a heap that is refused gets the previous writer
 * back, so that it does not change. O(blocks + slots).
 */
public final class HeapOpening {
    private final LinearMemory memory;
    private final Journal journal;
    private final HeapExtent extent;
    private final Survivors survivors;
    private final Heap heap;

    /**
     * Starts to open the heap in a claim that begins where the heap was made; {@code before} is the heap as this
     * process had it, if it did.
     */
    private HeapOpening(Claim claim, Journal journal, Survivors.@Nullable Before before) {
        this.memory = claim.memory();
        this.journal = journal;
        long start = HeapExtent.startFor(claim.base());
        this.extent = new HeapExtent(claim, start + journal.preamble().byteSize());
        this.survivors = new Survivors(journal, before);
        this.heap = new Heap(extent, journal);
    }

    /**
     * The number of bytes to which a heap from {@code base} on is limited, or -1 if it grows with its memory.
     *
     * @throws HeapFormatException if there is none, or this library cannot open it
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
            // A writer that has lost its lock may have changed the heap, and grown the file, until this moment.
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
     * Rebuilds a heap that this process has open: from the headers in the memory, which define the blocks, and from the
     * indexes on the Java heap, which tell what was handed out. Changes that an error has cut off are completed or
     * undone, and links, footers and flags that stray stores have damaged are rebuilt.
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
        // From here on the contents belong to the new heap: if an error cuts this off, the old heap refuses everything
        // until recovery is tried again.
        before.small().hide();
        before.journal().isStopped = true;
        opening.repair(walk);
        opening.heap.small().notePeak(before.peakUsedByteSize());
        return opening.heap;
    }

    /**
     * As {@link #recover(Heap)}, for a heap that threads share: returns its blocks as a heap for one thread at a time.
     */
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

    /**
     * Undoes a move that was under way: it is done once the old block is free, and until then nobody owns the new one.
     */
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
            throw Damage.format(memory, start, "no heap is here; the memory or file holds something else", "");
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
                    memory,
                    start,
                    "heap that is not persistent: it did not lie in a file, and its slot states are lost",
                    "");
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
