package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The walk that opens a heap: enters every block into the indexes, and finds out what a killed process left half-done.
 *
 * <p>Where the preamble says that nothing was under way, everything must be exact. Where it says that blocks were
 * changing, at most one footer and one FOLLOWS_FREE flag may be those from before, see {@link BlockFormat}.
 */
final class OpeningWalk {
    private final Heap heap;
    private final BlockFormat format;
    private final LargeTier large;
    private final LinearMemory memory;
    private final boolean isChanging;
    private final List<Run> emptyRuns = new ArrayList<>();

    /** A shrink that is committed and not yet done: the block, its new word, and the free block behind it. */
    private final long shrinking;

    private final long shrunkWord;
    private long restOfShrunk;
    private long restByteSize;

    private long[] freeBlocks = new long[64];
    private int freeBlockCount;

    /** The free block with the footer from before, or 0. */
    private long withOldFooter;

    /** The block with the flag from before, or 0. */
    private long withOldFlag;

    /** The end header from before the heap grew, or 0. */
    private long oldEnd;

    /** Where the free block starts that takes in the old end header. */
    private long grownTail;

    OpeningWalk(Heap heap, Preamble preamble, LinearMemory memory) {
        this.heap = heap;
        this.format = heap.format();
        this.large = heap.large();
        this.memory = memory;
        this.isChanging = preamble.isChanging();
        this.shrinking = preamble.shrinkingBlock();
        this.shrunkWord = preamble.shrunkWord();
        if (isChanging && preamble.change() != Preamble.CHANGING && shrinking == 0) {
            throw damaged(heap.extent().start(), "the preamble notes nothing that there is", preamble.change());
        }
    }

    /** Runs once that were empty, for whoever gives them back. */
    List<Run> emptyRuns() {
        return emptyRuns;
    }

    long oldEnd() {
        return oldEnd;
    }

    /**
     * Walks from the first block to the end header.
     *
     * @throws HeapFormatException if an invariant does not hold that a kill cannot have broken
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
                grownTail = followsFree ? last : block;
            } else {
                visit(block, word, followsFree);
                metShrinking |= block == shrinking;
                followsFree = !BlockFormat.isLive(word);
                last = block;
                block += BlockFormat.sizeOf(word);
            }
        }
        checkEnd(end, followsFree);
        if (!metShrinking) {
            throw damaged(shrinking, "the preamble notes a shrink of what is no block", shrunkWord);
        }
    }

    private void checkEnd(long end, boolean followsFree) {
        long word = format.word(end);
        if (!BlockFormat.isEnd(word)) {
            throw damaged(end, "I2, no end header", word);
        }
        if (oldEnd == 0) {
            checkFlag(end, word, followsFree);
        } else if (followsFree) {
            // It was not the last block when the walk met it, but is a part of the tail, which is in no list.
            freeBlockCount--;
        }
    }

    /** Completes what was committed and makes footers and flags exact. */
    void repair() {
        if (restByteSize != 0) {
            format.setFree(restOfShrunk, restByteSize);
            format.store(shrinking, shrunkWord);
        }
        if (oldEnd != 0) {
            format.setFollowsFree(heap.extent().endHeader(), true);
            format.setFree(grownTail, heap.extent().endHeader() - grownTail);
        } else if (withOldFooter != 0) {
            format.setFree(withOldFooter, format.sizeAt(withOldFooter));
        }
        if (withOldFlag != 0) {
            format.setFollowsFree(withOldFlag, !BlockFormat.followsFree(format.word(withOldFlag)));
        }
    }

    /** Links the free blocks, the one with the lowest address first in its list. */
    void listFreeBlocks() {
        for (int i = freeBlockCount - 1; i >= 0; i--) {
            large.freeLists().insert(freeBlocks[i], format.sizeAt(freeBlocks[i]));
        }
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
            large.liveIndex().add(BlockFormat.payloadOf(block));
            heap.usage().allocated(BlockFormat.lengthOf(word));
        }
    }

    private void visitFree(long block, long word, boolean followsFree) {
        long size = BlockFormat.sizeOf(word);
        if (followsFree) {
            throw damaged(block, "I5, a free block after a free block", word);
        }
        if (format.footerBefore(block + size) != size && block != restOfShrunk) {
            if (!isChanging || withOldFooter != 0) {
                throw damaged(block, "I6, a footer that is not the size", format.footerBefore(block + size));
            }
            withOldFooter = block;
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
        byte[] states = new byte[RunShape.slotCount(shape)];
        for (int slot = 0; slot < states.length; slot++) {
            int state = format.bytes().loadU8(address + RunShape.statesOffset(shape) + slot);
            if (state > RunShape.slotByteSize(shape)) {
                throw damaged(block, "I12, slack exceeds the slot " + slot, state);
            }
            states[slot] = (byte) state;
        }
        adopt(heap.small().runs().adopt(shape, address, states));
    }

    private void adopt(Run run) {
        for (int slot = 0; slot < RunShape.slotCount(run.shape); slot++) {
            heap.usage().allocated(Math.max(0, run.lengthOf(slot)));
        }
        if (run.isEmpty()) {
            emptyRuns.add(run);
        }
    }

    /** The header word of a block, as it will be once a shrink under way is done. */
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
            throw damaged(block, "the preamble notes a shrink of what is no such block", shrunkWord);
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
        if (!isChanging || withOldFlag != 0) {
            throw damaged(block, "I4, FOLLOWS_FREE is not what the block before is", word);
        }
        withOldFlag = block;
    }

    private HeapFormatException damaged(long address, String what, long found) {
        return HeapFormatException.of(
                memory, address, "heap is damaged: " + what, "found=0x" + Long.toHexString(found));
    }
}
