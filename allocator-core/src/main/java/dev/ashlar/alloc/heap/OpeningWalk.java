package dev.ashlar.alloc.heap;

import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The walk that opens a heap: enters every block into the indexes, and finds what a killed process left incomplete.
 *
 * <p>If the preamble notes no change, everything must be exact. If it notes that blocks were changing, at most one
 * footer and one FOLLOWS_FREE flag may be out of date, see {@link BlockFormat}.
 */
final class OpeningWalk {
    private final Heap heap;
    private final BlockFormat format;
    private final LargeTier large;
    private final LinearMemory memory;
    private final Survivors survivors;
    private final boolean isChanging;
    private final List<Run> emptyRuns = new ArrayList<>();
    private final List<Run> recovered = new ArrayList<>();
    private final List<Long> orphans = new ArrayList<>();

    /** A shrink that is committed but not completed: the block, its new word, and the free block behind it. */
    private final long shrinking;

    private final long shrunkWord;
    private long restOfShrunk;
    private long restByteSize;

    private long[] freeBlocks = new long[64];
    private int freeBlockCount;

    /** The free blocks whose footers are out of date: at most one, unless the heap is recovered. */
    private final List<Long> withOldFooter = new ArrayList<>();

    /** The blocks whose flags are out of date: at most one, unless the heap is recovered. */
    private final List<Long> withOldFlag = new ArrayList<>();

    /** The end header from before the heap grew, or 0. */
    private long oldEnd;

    /** The start of the free block that includes the old end header. */
    private long grownWilderness;

    /** The free block that ends the heap, or 0; if the heap has grown, {@link #grownWilderness} is that block. */
    private long wilderness;

    OpeningWalk(Heap heap, Survivors survivors, LinearMemory memory) {
        Journal journal = heap.journal();
        this.heap = heap;
        this.format = heap.format();
        this.large = heap.large();
        this.memory = memory;
        this.survivors = survivors;
        this.isChanging = journal.change != 0;
        this.shrinking = journal.shrinkingBlock();
        this.shrunkWord = journal.operand;
        if (!journal.hasKnownNotes()) {
            throw damaged(heap.extent().start(), "the preamble notes nothing that there is", journal.change);
        }
    }

    /** The runs that were empty, for the caller to give back. */
    List<Run> emptyRuns() {
        return emptyRuns;
    }

    /**
     * Stores the states of slots for which the memory of a persistent heap is out of date, after an error. Each store
     * is a separate change.
     */
    void storeStates() {
        Journal journal = heap.journal();
        for (Run run : recovered) {
            for (int slot = 0; slot < run.states.length; slot++) {
                if (survivors.isStale(run, slot)) {
                    if (run.state(slot) == SlotRun.WIDE) {
                        journal.storeSlack(run, slot, (int) (run.slotByteSize - run.lengthOf(slot)));
                    }
                    journal.storeState(run, slot, run.state(slot));
                }
            }
        }
    }

    /** The blocks that are live in the memory, but were never handed out. */
    List<Long> orphans() {
        return orphans;
    }

    long oldEnd() {
        return oldEnd;
    }

    /**
     * Walks from the first block to the end header.
     *
     * @throws HeapFormatException if an invariant is broken that a kill cannot have broken
     */
    void run() {
        long end = heap.extent().endHeader();
        long block = heap.extent().firstBlock();
        long last = 0;
        boolean followsFree = false;
        boolean metShrinking = shrinking == 0;
        while (block < end && oldEnd == 0) {
            long word = wordOf(block);
            if (isChanging && BlockFormat.isEnd(word)) {
                oldEnd = block;
                grownWilderness = followsFree ? last : block;
            } else {
                visit(block, word, followsFree);
                metShrinking |= block == shrinking;
                followsFree = !BlockFormat.isLive(word);
                last = block;
                block += BlockFormat.sizeOf(word);
            }
        }
        checkEnd(end, followsFree, last);
        if (!metShrinking) {
            throw damaged(shrinking, "the preamble notes a shrink of what is not a block", shrunkWord);
        }
    }

    private void checkEnd(long end, boolean followsFree, long last) {
        long word = format.word(end);
        if (!BlockFormat.isEnd(word)) {
            throw damaged(end, "I2, no end header", word);
        }
        if (oldEnd == 0) {
            checkFlag(end, word, followsFree);
            wilderness = followsFree ? last : 0;
        } else if (followsFree) {
            // It was not the last block during the walk, but is part of the wilderness, which is in no list.
            freeBlockCount--;
        }
    }

    /** Completes a change that was committed, and corrects footers and flags. */
    void repair() {
        if (restByteSize != 0) {
            format.setFree(restOfShrunk, restByteSize);
            heap.journal().store(shrinking, shrunkWord);
        }
        if (oldEnd != 0) {
            format.setFollowsFree(heap.extent().endHeader(), true);
            format.setFree(grownWilderness, heap.extent().endHeader() - grownWilderness);
        }
        for (long block : withOldFooter) {
            if (oldEnd == 0 || block < grownWilderness) {
                format.setFree(block, format.sizeAt(block));
            }
        }
        for (long block : withOldFlag) {
            format.setFollowsFree(block, !BlockFormat.followsFree(format.word(block)));
        }
    }

    /** Links the free blocks, the one with the lowest address first in its list. */
    void listFreeBlocks() {
        for (int i = freeBlockCount - 1; i >= 0; i--) {
            list(freeBlocks[i]);
        }
        long last = oldEnd == 0 ? wilderness : grownWilderness;
        if (last != 0) {
            list(last);
        }
    }

    private void list(long block) {
        large.freeSpace().reserve(block);
        large.freeSpace().list(block, format.sizeAt(block));
    }

    private void visit(long block, long word, boolean followsFree) {
        long size = BlockFormat.sizeOf(word);
        if (!BlockFormat.isBlock(word) || size > heap.extent().endHeader() - block) {
            throw damaged(block, "I2, no header", word);
        }
        checkFlag(block, word, followsFree);
        if (!BlockFormat.isLive(word)) {
            visitFree(block, word, followsFree);
        } else if (BlockFormat.isRun(word)) {
            visitRun(block, word);
        } else if (BlockFormat.lengthOf(word) <= 0) {
            throw damaged(block, "I3, slack exceeds the block", word);
        } else {
            long address = BlockFormat.payloadOf(block);
            large.blockIndex().reserve(address);
            large.blockIndex().addLive(address);
            heap.small().allocated(BlockFormat.lengthOf(word));
            if (!survivors.wasHandedOut(address)) {
                orphans.add(address);
            }
        }
    }

    private void visitFree(long block, long word, boolean followsFree) {
        long size = BlockFormat.sizeOf(word);
        if (followsFree) {
            throw damaged(block, "I5, a free block after a free block", word);
        }
        if (format.footerBefore(block + size) != size && block != restOfShrunk) {
            if (!mayBeOld(withOldFooter)) {
                throw damaged(block, "I6, a footer that is not the size", format.footerBefore(block + size));
            }
            withOldFooter.add(block);
        }
        if (block + size != heap.extent().endHeader()) {
            if (freeBlockCount == freeBlocks.length) {
                freeBlocks = Arrays.copyOf(freeBlocks, freeBlockCount * 2);
            }
            freeBlocks[freeBlockCount++] = block;
        }
    }

    private void visitRun(long block, long word) {
        int shape = BlockFormat.shapeOf(word);
        long address = BlockFormat.payloadOf(block);
        if (!RunShape.exists(shape)
                || address % RunShape.runByteSize(shape) != 0
                || BlockFormat.sizeOf(word) < RunShape.runByteSize(shape)) {
            throw damaged(block, "I11, a run that has no shape, or not its place and size", word);
        }
        Run run = heap.small().prepare(shape, address);
        for (int slot = 0; slot < run.states.length; slot++) {
            adopt(block, run, slot);
        }
        heap.small().enter(run);
        if (survivors.isRecovery()) {
            recovered.add(run);
        }
        if (run.isEmpty()) {
            emptyRuns.add(run);
        }
    }

    private void adopt(long block, Run run, int slot) {
        int length = survivors.lengthOf(run, slot);
        if (length < 0 || length > run.slotByteSize) {
            throw damaged(block, "I12, slack exceeds the slot " + slot, survivors.stateOf(run, slot));
        }
        if (length != 0) {
            run.adopt(slot, length);
            heap.small().allocated(length);
        }
    }

    /** The header word of a block, as it will be after a shrink under way. */
    private long wordOf(long block) {
        long word = format.word(block);
        if (block == shrinking && word != shrunkWord) {
            planShrink(block, word);
            return shrunkWord;
        }
        return block == restOfShrunk && restByteSize != 0 ? BlockFormat.freeWord(restByteSize) : word;
    }

    private void planShrink(long block, long word) {
        long end = heap.extent().endHeader();
        long size = BlockFormat.sizeOf(word);
        long newSize = BlockFormat.sizeOf(shrunkWord);
        boolean isShrink = BlockFormat.isBlock(word)
                && BlockFormat.isLive(word)
                && BlockFormat.isBlock(shrunkWord)
                && BlockFormat.isLive(shrunkWord)
                && newSize < size
                && size <= end - block;
        if (!isShrink) {
            throw damaged(block, "the preamble notes a shrink of what is not such a block", shrunkWord);
        }
        long next = format.word(block + size);
        long nextSize = BlockFormat.isBlock(next) && !BlockFormat.isLive(next) ? BlockFormat.sizeOf(next) : 0;
        restOfShrunk = block + newSize;
        restByteSize = size - newSize + nextSize;
    }

    private void checkFlag(long block, long word, boolean followsFree) {
        if (BlockFormat.followsFree(word) == followsFree) {
            return;
        }
        if (!mayBeOld(withOldFlag)) {
            throw damaged(block, "I4, FOLLOWS_FREE is not what the block before is", word);
        }
        withOldFlag.add(block);
    }

    /**
     * Returns whether one more of these may be out of date: any number may, by stray stores, if the heap is recovered.
     */
    private boolean mayBeOld(List<Long> old) {
        return survivors.isRecovery() || (isChanging && old.isEmpty());
    }

    private HeapFormatException damaged(long address, String what, long found) {
        return Damage.format(memory, address, "heap is damaged: " + what, "found=0x" + Long.toHexString(found));
    }
}
