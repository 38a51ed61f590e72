package dev.ashlar.alloc.heap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks a heap and reports every invariant that does not hold, by its number in {@link BlockFormat}. It changes
 * nothing, reads only inside the heap and terminates whatever the heap contains. O(blocks).
 */
public final class InvariantCheck {
    private final HeapExtent extent;
    private final BlockFormat format;
    private final LargeTier large;
    private final long usedByteSize;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Long, Long> freeBlocks = new HashMap<>();
    private long liveBlocks;
    private long liveByteSize;
    private long free;

    private InvariantCheck(LargeTier large, long usedByteSize) {
        this.extent = large.extent();
        this.format = large.format();
        this.large = large;
        this.usedByteSize = usedByteSize;
    }

    /**
     * One broken invariant.
     *
     * @param invariant its number
     * @param address the address in linear memory where it was seen
     * @param text the problem, in words
     */
    public record Finding(int invariant, long address, String text) {}

    /** Returns everything that is wrong with a heap. */
    public static List<Finding> check(Heap heap) {
        InvariantCheck check = new InvariantCheck(heap.large(), heap.usedByteSize());
        return check.check(new RunChecker(heap, check.findings));
    }

    /**
     * Returns everything that is wrong with a heap that threads share; no other thread may use it meanwhile. In such a
     * heap the bytes of large blocks are counted, and those of small ones are found by a walk.
     */
    public static List<Finding> check(SharedHeap heap) {
        InvariantCheck check = new InvariantCheck(heap.large().large(), heap.usedByteSize());
        return check.check(new SharedRunChecker(heap, check.findings));
    }

    private List<Finding> check(SlotChecker runs) {
        checkPreamble();
        if (walkBlocks(runs)) {
            checkLists();
            runs.checkLists();
            checkCounts(runs);
        }
        return List.copyOf(findings);
    }

    private void checkPreamble() {
        Journal journal = large.journal();
        Preamble preamble = journal.preamble();
        expect(
                preamble.hasMagic() && preamble.version() == Preamble.VERSION && preamble.hasKnownFlags(),
                1,
                extent.start(),
                "preamble without magic or version");
        long byteSize = extent.end() - extent.start();
        expect(
                preamble.byteSize() == byteSize,
                1,
                extent.start(),
                "byteSize=" + preamble.byteSize() + ", but the heap has " + byteSize);
        expect(
                (journal.change | journal.movedTo | preamble.change() | preamble.movedTo()) == 0,
                16,
                extent.start(),
                "under way: change=" + journal.change + " movedTo=" + journal.movedTo + ", in the preamble change="
                        + preamble.change() + " movedTo=" + preamble.movedTo());
    }

    /**
     * Walks over the blocks, and returns whether the walk reached the end; otherwise lists and counts cannot be
     * checked.
     */
    private boolean walkBlocks(SlotChecker runs) {
        long end = extent.endHeader();
        boolean previousIsFree = false;
        long block = extent.firstBlock();
        while (block < end) {
            long word = format.word(block);
            long size = BlockFormat.sizeOf(word);
            if (!BlockFormat.hasTag(word) || size < BlockFormat.MIN_BLOCK_BYTE_SIZE || size > end - block) {
                report(2, block, "no header: word=0x" + Long.toHexString(word));
                return false;
            }
            checkFollowsFree(block, word, previousIsFree);
            if (BlockFormat.isLive(word) && BlockFormat.isRun(word)) {
                runs.checkRun(block, word);
            } else if (BlockFormat.isLive(word)) {
                checkLive(block, word);
            } else {
                expect(!previousIsFree, 5, block, "free block after a free block");
                checkFree(block, size);
            }
            previousIsFree = !BlockFormat.isLive(word);
            block += size;
        }
        long word = format.word(end);
        expect(
                BlockFormat.hasTag(word) && BlockFormat.isLive(word) && BlockFormat.sizeOf(word) == 0,
                2,
                end,
                "no end header: word=0x" + Long.toHexString(word));
        checkFollowsFree(end, word, previousIsFree);
        return true;
    }

    private void checkFollowsFree(long block, long word, boolean previousIsFree) {
        expect(
                BlockFormat.followsFree(word) == previousIsFree,
                4,
                block,
                "followsFree=" + BlockFormat.followsFree(word) + " after a " + (previousIsFree ? "free" : "live")
                        + " block");
    }

    private void checkLive(long block, long word) {
        long length = BlockFormat.lengthOf(word);
        long address = BlockFormat.payloadOf(block);
        expect(length > 0, 3, block, "slack exceeds the block: size=" + BlockFormat.sizeOf(word));
        expect(large.blockIndex().isLive(address), 9, address, "live block is not in the index");
        liveBlocks++;
        liveByteSize += length;
    }

    private void checkFree(long block, long size) {
        long footer = format.footerBefore(block + size);
        expect(footer == size, 6, block, "footer=" + footer + " size=" + size);
        expect(
                !large.journal().isWritable() || large.blockIndex().isFree(BlockFormat.payloadOf(block)),
                9,
                block,
                "free block is not in the index");
        free++;
        if (block + size != extent.endHeader()) {
            freeBlocks.put(block, size);
        }
    }

    /** Checks the lists; not in a read-only heap, which allocates nothing and so has no lists. */
    private void checkLists() {
        if (!large.journal().isWritable()) {
            return;
        }
        Map<Long, Long> listed = new HashMap<>();
        for (int bin = 0; bin < FreeLists.BINS; bin++) {
            long head = large.freeLists().head(bin);
            expect(large.freeLists().isMarked(bin) == (head != 0), 8, head, "bit of bin " + bin);
            checkList(bin, head, listed);
        }
        for (long block : freeBlocks.keySet()) {
            expect(listed.containsKey(block), 7, block, "free block is in no list");
        }
    }

    private void checkList(int bin, long head, Map<Long, Long> listed) {
        long previous = 0;
        for (long block = head; block != 0; block = format.nextFree(block)) {
            Long size = freeBlocks.get(block);
            if (size == null) {
                report(7, block, "in the list of bin " + bin + ", but no free block: previous=" + previous);
                return;
            }
            if (listed.put(block, size) != null) {
                report(7, block, "twice in the lists, again in that of bin " + bin);
                return;
            }
            expect(FreeLists.binOf(size) == bin, 7, block, "in the list of bin " + bin + ": size=" + size);
            expect(format.previousFree(block) == previous, 7, block, "back link=" + format.previousFree(block));
            previous = block;
        }
    }

    private void checkCounts(SlotChecker runs) {
        long indexed = large.blockIndex().liveCount();
        expect(indexed == liveBlocks, 9, extent.start(), "index has " + indexed + " live, the heap " + liveBlocks);
        long indexedFree = large.journal().isWritable() ? large.blockIndex().freeCount() : free;
        expect(indexedFree == free, 9, extent.start(), "index has " + indexedFree + " free, the heap " + free);
        long walked = liveByteSize + runs.liveByteSize();
        expect(
                usedByteSize == walked,
                10,
                extent.start(),
                "counted bytes=" + usedByteSize + ", walked bytes=" + walked);
    }

    private void expect(boolean holds, int invariant, long address, String text) {
        if (!holds) {
            report(invariant, address, text);
        }
    }

    private void report(int invariant, long address, String text) {
        findings.add(new Finding(invariant, address, text));
    }
}
