package dev.ashlar.alloc;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;

/**
 * Opens a heap that is in a memory already: checks its preamble, walks its blocks once and builds every index from what
 * they say; then completes or undoes what a killed process left half-done.
 *
 * <p>Nothing is stored before the walk has reached the end, so that a heap which is refused is as it was. O(blocks +
 * slots).
 */
final class HeapOpening {
    private final LinearMemory memory;
    private final BlockFormat format;
    private final Preamble preamble;
    private final HeapExtent extent;
    private final Heap heap;

    /** Opens the heap in a claim that begins where the heap was made. */
    private HeapOpening(Claim claim, BlockFormat format) {
        this.memory = claim.memory();
        this.format = format;
        long start = HeapExtent.startFor(claim.base());
        this.preamble = new Preamble(format, start);
        this.extent = new HeapExtent(claim, start + preamble.byteSize());
        this.heap = new Heap(extent, format);
    }

    /**
     * The bytes that a heap from {@code base} on is bound to, or -1 if it grows with its memory.
     *
     * @throws HeapFormatException if there is none, or it is not one that this library can open
     */
    static long fixedByteSize(LinearMemory memory, long base) {
        long start = HeapExtent.startFor(base);
        Preamble preamble = Preamble.find(memory, base);
        if (preamble == null) {
            throw refusal(memory, base, "too short for a heap", "memoryByteSize=" + memory.byteSize());
        }
        checkPreamble(memory, preamble, start);
        return preamble.isFixed() ? start + preamble.byteSize() - base : -1;
    }

    /** Opens the heap at the base of a claim whose preamble {@link #fixedByteSize} has checked. */
    static Heap open(Claim claim) {
        LinearMemory memory = claim.memory();
        long start = HeapExtent.startFor(claim.base());
        boolean isReadOnly = memory.segment().isReadOnly();
        return open(
                claim,
                isReadOnly ? new ReadOnlyBlockFormat(memory, start) : new KeptBlockFormat(memory.whole(), start));
    }

    static Heap open(Claim claim, BlockFormat format) {
        HeapOpening opening = new HeapOpening(claim, format);
        if (format instanceof ReadOnlyBlockFormat) {
            opening.read();
        } else {
            opening.readAndRepair();
        }
        return opening.heap;
    }

    private void read() {
        if (preamble.shrinkingBlock() != 0) {
            throw refusal(
                    memory,
                    preamble.shrinkingBlock(),
                    "a killed process left a block half-resized, which only a writer can complete",
                    "");
        }
        OpeningWalk walk = new OpeningWalk(heap, preamble, memory);
        walk.run();
        if (walk.oldEnd() != 0) {
            extent.endAt(walk.oldEnd() + BlockFormat.HEADER_BYTE_SIZE);
        }
    }

    private void readAndRepair() {
        OpeningWalk walk = new OpeningWalk(heap, preamble, memory);
        walk.run();
        walk.repair();
        walk.listFreeBlocks();
        if (preamble.isChanging()) {
            format.endChange();
        }
        undoMove();
        walk.emptyRuns().forEach(heap.small()::keepOrGiveBack);
    }

    /** A move is done once the old block is free. Until then the new one is nobody's. */
    private void undoMove() {
        long to = preamble.movedTo();
        if (to == 0) {
            return;
        }
        if (heap.lengthAt(preamble.movedFrom()) >= 0) {
            heap.free(to, PlainHeap.ANY_LENGTH);
        }
        format.endMove();
    }

    private static void checkPreamble(LinearMemory memory, Preamble preamble, long start) {
        if (!preamble.hasMagic()) {
            throw refusal(memory, start, "no heap is here", "");
        }
        if (preamble.version() > Preamble.VERSION) {
            throw refusal(
                    memory,
                    start,
                    "heap of a newer format: use the version of the library that wrote it, or a later one",
                    "version=" + preamble.version() + " newestKnown=" + Preamble.VERSION);
        }
        if (preamble.version() != Preamble.VERSION || !preamble.hasKnownFlags()) {
            throw refusal(
                    memory, start, "damaged preamble", "version=" + preamble.version() + " flags=" + preamble.flags());
        }
        if (!preamble.isKept()) {
            throw refusal(
                    memory, start, "heap that was not kept: it lay in no file, and what its slots held is gone", "");
        }
        long byteSize = preamble.byteSize();
        if (byteSize < BlockFormat.MIN_HEAP_BYTE_SIZE || byteSize % BlockFormat.GRANULE_BYTE_SIZE != 0) {
            throw refusal(memory, start, "damaged preamble", "byteSize=" + byteSize);
        }
        if (byteSize > memory.byteSize() - start) {
            throw refusal(
                    memory,
                    start,
                    "heap is cut short",
                    "byteSize=" + byteSize + " memoryByteSize=" + memory.byteSize());
        }
    }

    private static HeapFormatException refusal(LinearMemory memory, long address, String sentence, String facts) {
        return HeapFormatException.of(memory, address, sentence, facts);
    }
}
