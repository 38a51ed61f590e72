package dev.ashlar.alloc.heap;

import static dev.ashlar.alloc.heap.BlockFormat.HEADER_BYTE_SIZE;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.HeapDamagedException;
import dev.ashlar.memory.LinearMemory;
import java.util.function.BooleanSupplier;

/**
 * The free space of the large tier: the listed blocks, and the wilderness, which is the free block at the end of the
 * heap, in no list and growing with the memory.
 *
 * <p>A method that finds damage by a stray store throws {@link HeapDamagedException}, and nothing has changed.
 */
final class FreeSpace {
    private final BlockFormat format;
    private final Journal journal;
    private final HeapExtent extent;
    private final BlockIndex blocks;
    private final FreeLists lists;
    private BooleanSupplier shortageRelief = () -> false;

    FreeSpace(HeapExtent extent, Journal journal, BlockIndex blocks, FreeLists lists) {
        this.format = new BlockFormat(journal);
        this.journal = journal;
        this.extent = extent;
        this.blocks = blocks;
        this.lists = lists;
        lists.reserve(extent.end());
    }

    FreeLists lists() {
        return lists;
    }

    /** Sets the action that is asked for free space before the memory grows; it returns whether it freed any. */
    void onShortage(BooleanSupplier relief) {
        this.shortageRelief = relief;
    }

    /** The size of the largest free block, or 0: walks over the highest bin that is not empty. */
    long largestFree() {
        long endHeader = extent.endHeader();
        return Math.max(lists.largest(), endHeader - wilderness());
    }

    /**
     * A free block with {@code size} aligned bytes in it, or 0. Takes the wilderness last, and only then grows the
     * memory.
     */
    long find(long size, long alignment) {
        long found = findFree(size, alignment);
        if (found == 0 && shortageRelief.getAsBoolean()) {
            found = findFree(size, alignment);
        }
        if (found != 0) {
            return found;
        }
        long wilderness = wilderness();
        if (extendWilderness(wilderness, wilderness + FreeLists.front(wilderness, alignment) + size)) {
            return wilderness;
        }
        return lists.findByWalking(size, alignment);
    }

    /** As {@link #find}, but neither asks for relief nor grows the memory. */
    long findFree(long size, long alignment) {
        long found = alignment <= BlockFormat.GRANULE_BYTE_SIZE ? lists.find(size) : lists.findAligned(size, alignment);
        if (found != 0) {
            return found;
        }
        long wilderness = wilderness();
        long wanted = wilderness + FreeLists.front(wilderness, alignment) + size;
        return wanted <= extent.endHeader() ? wilderness : 0;
    }

    /** The size of a free block, after checking that it is in its list or is the wilderness. */
    long checked(long block) {
        long size = lists.checkedSize(block);
        if (!isWilderness(block, size)) {
            lists.requireListed(block, size);
        }
        return size;
    }

    /**
     * As {@link #checked(long)}, for a block that has been found for {@code wanted} bytes: a stray link may lead to a
     * smaller one.
     */
    long checked(long block, long wanted) {
        long size = checked(block);
        if (size < wanted) {
            throw Damage.found(block, "the list of a larger size leads to a free block", size);
        }
        return size;
    }

    /** The size of the free block at {@code block}, checked, or 0 if it is live or the end. */
    long checkedNextSize(long block) {
        long word = checkedNextWord(block);
        return BlockFormat.isLive(word) ? 0 : BlockFormat.sizeOf(word);
    }

    /**
     * The header word of the block that follows another one: a free block, which is {@link #checked}, a live one, or
     * the end.
     */
    long checkedNextWord(long block) {
        long word = format.word(block);
        if (!BlockFormat.isLive(word)) {
            checked(block);
        } else if (!BlockFormat.hasTag(word)) {
            throw Damage.found(block, "no header after a block", word);
        }
        return word;
    }

    /** The size of the free block before a block with this header word, checked, or 0 if that is live. */
    long checkedPreviousSize(long block, long word) {
        if (!BlockFormat.followsFree(word)) {
            return 0;
        }
        long size = format.footerBefore(block);
        if (checked(block - size) != size) {
            throw Damage.found(block, "footer of the free block before is not its size", size);
        }
        return size;
    }

    /** A visitor of free blocks. */
    interface Visitor {
        /** Visits the free block at an address. */
        void visit(long block, long size);
    }

    /**
     * Passes the free blocks of {@code size} bytes and more, possibly a few smaller ones, and the wilderness to a
     * visitor, which must not change their bookkeeping. Each block is checked: a wrong size would reach into live
     * blocks.
     */
    void forEachFrom(long size, Visitor visitor) {
        lists.forEachFrom(size, block -> {
            long found = checked(block);
            long footer = format.footerBefore(block + found);
            if (footer != found) {
                throw Damage.found(block, "footer of a free block is not its size", footer);
            }
            visitor.visit(block, found);
        });
        long wilderness = wilderness();
        if (wilderness != extent.endHeader()) {
            visitor.visit(wilderness, extent.endHeader() - wilderness);
        }
    }

    /**
     * Makes the heap end with the page of 64 KiB in which its last live block ends. The stores are those of growing in
     * reverse order, so that a kill between them leaves the same state as a kill in the middle of growing.
     */
    void cutWilderness() {
        long wilderness = wilderness();
        long end = Alignment.alignUp(wilderness + HEADER_BYTE_SIZE, LinearMemory.PAGE_BYTE_SIZE);
        long rest = end - HEADER_BYTE_SIZE - wilderness;
        if (rest != 0 && rest < BlockFormat.MIN_BLOCK_BYTE_SIZE) {
            end += LinearMemory.PAGE_BYTE_SIZE;
            rest += LinearMemory.PAGE_BYTE_SIZE;
        }
        if (!extent.claim().isGrowing()) {
            return;
        }
        long memoryByteSize = extent.claim().end();
        if (end >= extent.end()) {
            // The memory may reach further: a process was killed after it trimmed the heap and before it closed the
            // memory.
            extent.cutAt(extent.end(), memoryByteSize);
            return;
        }
        journal.beginChange();
        if (rest != 0) {
            format.setEnd(end - HEADER_BYTE_SIZE, true);
            format.setFooter(wilderness, rest);
            format.setFree(wilderness, rest);
        } else {
            format.setEnd(wilderness, false);
            blocks.removeFree(BlockFormat.payloadOf(wilderness));
        }
        journal.setByteSize(end - extent.start());
        extent.cutAt(end, memoryByteSize);
        journal.endChange();
    }

    private boolean isWilderness(long block, long size) {
        return block + size == extent.endHeader();
    }

    /** Makes room for a block that starts there, so that {@link #list} needs no allocation. */
    void reserve(long block) {
        blocks.reserve(BlockFormat.payloadOf(block));
    }

    /** Adds a block for which room was {@linkplain #reserve reserved}. */
    void list(long block, long size) {
        blocks.addFree(BlockFormat.payloadOf(block));
        if (!isWilderness(block, size)) {
            lists.insert(block, size);
        }
    }

    /** Removes the block that was {@link #checked} last. */
    void unlist(long block, long size) {
        blocks.removeFree(BlockFormat.payloadOf(block));
        if (!isWilderness(block, size)) {
            lists.remove(block, size, lists.checkedNext, lists.checkedPrevious);
        }
    }

    /**
     * Removes two blocks that were {@link #checked} one after the other, the first one with these links. They may be
     * adjacent in one list.
     */
    void unlist(long block, long size, long next, long previous, long other, long otherSize) {
        blocks.removeFree(BlockFormat.payloadOf(block));
        blocks.removeFree(BlockFormat.payloadOf(other));
        long otherNext = lists.checkedNext;
        long otherPrevious = lists.checkedPrevious;
        if (!isWilderness(block, size)) {
            lists.remove(block, size, next, previous);
            otherNext = otherNext == block ? next : otherNext;
            otherPrevious = otherPrevious == block ? previous : otherPrevious;
        }
        lists.remove(other, otherSize, otherNext, otherPrevious);
    }

    /** Grows the memory until {@code wanted} bytes fit in the block, if only free space follows it. */
    boolean extendLast(long block, long size, long wanted) {
        long wilderness = wilderness();
        return wilderness == block + size && extendWilderness(wilderness, block + wanted);
    }

    /** The start of the wilderness; the end header if there is none. */
    private long wilderness() {
        long endHeader = extent.endHeader();
        long word = format.word(endHeader);
        if (!BlockFormat.isEnd(word)) {
            throw Damage.found(endHeader, "no end header", word);
        }
        return endHeader - checkedPreviousSize(endHeader, word);
    }

    /**
     * Makes the free space that starts at {@code wilderness} one block that reaches at least {@code wanted}. The memory
     * grows only by what that free space does not cover.
     */
    private boolean extendWilderness(long wilderness, long wanted) {
        journal.requireWriter();
        long end = extent.reach(wanted + HEADER_BYTE_SIZE);
        if (end == 0) {
            return false;
        }
        lists.reserve(end);
        reserve(wilderness);
        long endHeader = end - HEADER_BYTE_SIZE;
        journal.beginChange();
        format.setEnd(endHeader, true);
        journal.setByteSize(end - extent.start());
        format.setFree(wilderness, endHeader - wilderness);
        blocks.addFree(BlockFormat.payloadOf(wilderness));
        extent.endAt(end);
        journal.endChange();
        return true;
    }
}
