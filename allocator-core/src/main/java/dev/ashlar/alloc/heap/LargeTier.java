package dev.ashlar.alloc.heap;

import static dev.ashlar.alloc.heap.BlockFormat.MIN_BLOCK_BYTE_SIZE;

import dev.ashlar.memory.HeapDamagedException;
import dev.ashlar.watch.Watch;
import org.jspecify.annotations.Nullable;

/**
 * The tier for blocks of any size: blocks with boundary tags, found by two-level segregated fit, split if they are too
 * large, and joined with free neighbours as soon as they are freed.
 *
 * <p>The wilderness, the free block at the end of the heap, is in no list and is taken last: so a block before it can
 * go on growing in place, and the heap reaches no further than necessary.
 *
 * <p>Every change first checks everything it needs, so that damage by a stray store is found before anything is changed
 * ({@link FreeLists#checkedSize}); then makes room in every index; and finally stores between {@link
 * Journal#beginChange} and {@link Journal#endChange}.
 *
 * <p>Addresses are those of payloads, multiples of 16. Arguments are not checked: callers call {@link #lengthAt} first.
 */
final class LargeTier {
    private final BlockFormat format;
    private final Journal journal;
    private final HeapExtent extent;
    private final BlockIndex blocks;
    private final FreeSpace free;

    /** Makes the tier of a heap that already is in the extent, or is {@linkplain #writeEmpty written} next. */
    LargeTier(HeapExtent extent, Journal journal) {
        this(extent, journal, new BlockIndex());
    }

    private LargeTier(HeapExtent extent, Journal journal, BlockIndex blocks) {
        this(extent, journal, blocks, new FreeLists(new BlockFormat(journal), extent, blocks));
    }

    /** Makes the tier with the caller's indexes. */
    LargeTier(HeapExtent extent, Journal journal, BlockIndex blocks, FreeLists lists) {
        this.format = new BlockFormat(journal);
        this.journal = journal;
        this.extent = extent;
        this.blocks = blocks;
        this.free = new FreeSpace(extent, journal, blocks, lists);
    }

    /** Writes an empty heap into the extent: the preamble commits it. */
    void writeEmpty() {
        journal.takeOver();
        long first = extent.firstBlock();
        format.setEnd(extent.endHeader(), true);
        format.setFree(first, extent.endHeader() - first);
        free.reserve(first);
        free.list(first, extent.endHeader() - first);
        journal.writePreamble(extent.end() - extent.start(), !extent.claim().isGrowing());
    }

    BlockFormat format() {
        return format;
    }

    Journal journal() {
        return journal;
    }

    HeapExtent extent() {
        return extent;
    }

    FreeSpace freeSpace() {
        return free;
    }

    FreeLists freeLists() {
        return free.lists();
    }

    BlockIndex blockIndex() {
        return blocks;
    }

    /**
     * The length of the live block whose payload starts at {@code address}, or -1 if none does. O(1).
     *
     * @throws HeapDamagedException if a stray store has damaged its header
     */
    long lengthAt(long address) {
        return blocks.isLive(address) ? BlockFormat.lengthOf(liveWord(address)) : -1;
    }

    /** The header word of a block that is in the index or is a run. */
    private long liveWord(long address) {
        long block = BlockFormat.blockOf(address);
        long word = format.word(block);
        if (!BlockFormat.isBlock(word) || !BlockFormat.isLive(word)) {
            throw Damage.found(block, "no header of a live block", word);
        }
        return word;
    }

    /**
     * Allocates a block for {@code length} bytes and returns its address, or 0 if there is no room and the memory
     * cannot grow enough. O(1), except for the search before it returns 0. Not zeroed.
     */
    long allocate(long length, long alignment) {
        if (length > BlockFormat.MAX_BLOCK_BYTE_SIZE - MIN_BLOCK_BYTE_SIZE
                || alignment > BlockFormat.MAX_BLOCK_BYTE_SIZE) {
            return 0;
        }
        long size = BlockFormat.blockSizeFor(length);
        long found = free.find(size, alignment);
        if (found == 0) {
            return 0;
        }
        long front = FreeLists.front(found, alignment);
        long available = free.checked(found, front + size);
        long block = found + front;
        long address = BlockFormat.payloadOf(block);
        blocks.reserve(address);
        free.reserve(block + size);
        if (length >= Watch.LARGE_BYTE_SIZE) {
            Watch.allocatedLarge(address, length);
        }
        journal.allocating = address;
        journal.beginChange();
        long cut = takeFrom(found, available, front, size);
        format.setLive(block, cut, length, front != 0);
        finishFront(found, front);
        blocks.addLive(address);
        journal.endChange();
        journal.allocating = 0;
        return address;
    }

    /**
     * Allocates the next run of a class that holds {@code heldByteSize} bytes of runs, and returns it, or null if there
     * is no room. Prefers a smaller run in free space to growing the memory for a larger one.
     */
    <R extends SlotRun> @Nullable R allocateNextRun(int sizeClass, long heldByteSize, RunOwner<R> owner) {
        int wanted = RunShape.next(sizeClass, heldByteSize);
        int shape = wanted;
        long found = free.findFree(RunShape.runByteSize(shape), RunShape.runByteSize(shape));
        while (found == 0 && shape > RunShape.first(sizeClass)) {
            shape--;
            found = free.findFree(RunShape.runByteSize(shape), RunShape.runByteSize(shape));
        }
        if (found == 0) {
            shape = wanted;
            found = free.find(RunShape.runByteSize(shape), RunShape.runByteSize(shape));
        }
        return found == 0 ? null : cutRun(found, shape, owner);
    }

    private <R extends SlotRun> R cutRun(long found, int shape, RunOwner<R> owner) {
        long size = RunShape.runByteSize(shape);
        long front = FreeLists.front(found, size);
        long available = free.checked(found, front + size);
        long block = found + front;
        free.reserve(block + size);
        R run = owner.prepare(shape, BlockFormat.payloadOf(block));
        journal.beginChange();
        long cut = takeFrom(found, available, front, size);
        format.setRun(block, cut, shape, front != 0);
        finishFront(found, front);
        owner.enter(run);
        journal.endChange();
        return run;
    }

    /**
     * Frees the live block at an address, if it has this length or {@link PlainHeap#ANY_LENGTH} is given, and joins it
     * with its free neighbours. Returns the length that it has, or -1 if there is none. O(1).
     */
    long free(long address, long length) {
        if (!blocks.isLive(address)) {
            return -1;
        }
        long word = liveWord(address);
        long found = BlockFormat.lengthOf(word);
        if (found == length || length == PlainHeap.ANY_LENGTH) {
            join(address, word, null, null);
        }
        return found;
    }

    /** Frees a run whose slots are all free. */
    <R extends SlotRun> void freeRun(R run, RunOwner<R> owner) {
        join(run.address, liveWord(run.address), run, owner);
    }

    /** Joins a block with its free neighbours; if it is a run, its owner removes it first. */
    private <R extends SlotRun> void join(long address, long word, @Nullable R run, @Nullable RunOwner<R> owner) {
        long block = BlockFormat.blockOf(address);
        long next = block + BlockFormat.sizeOf(word);
        long nextWord = free.checkedNextWord(next);
        long nextSize = BlockFormat.isLive(nextWord) ? 0 : BlockFormat.sizeOf(nextWord);
        long nextLink = free.lists().checkedNext;
        long previousLink = free.lists().checkedPrevious;
        long previousSize = free.checkedPreviousSize(block, word);
        free.reserve(block);
        journal.beginChange();
        if (run != null && owner != null) {
            owner.leave(run);
        }
        long start = block - previousSize;
        long end = next + nextSize;
        if (previousSize == 0) {
            if (nextSize != 0) {
                free.unlist(next, nextSize);
            }
        } else if (nextSize == 0) {
            free.unlist(start, previousSize);
        } else {
            free.unlist(next, nextSize, nextLink, previousLink, start, previousSize);
        }
        format.setFree(start, end - start);
        if (nextSize == 0) {
            format.setFollowsFree(end, nextWord, true);
        }
        free.list(start, end - start);
        if (run == null) {
            blocks.removeLive(address);
        }
        journal.endChange();
    }

    /**
     * Gives a live block another length where it lies: gives back its end, takes the free block after it, or grows the
     * memory if nothing else follows it. Returns {@code false}, with nothing changed, if that is not possible. O(1).
     */
    boolean resize(long address, long length) {
        if (length > BlockFormat.MAX_BLOCK_BYTE_SIZE - MIN_BLOCK_BYTE_SIZE) {
            return false;
        }
        long block = BlockFormat.blockOf(address);
        long word = liveWord(address);
        long size = BlockFormat.sizeOf(word);
        long wanted = BlockFormat.blockSizeFor(length);
        if (wanted == size) {
            // One store, but an error can come after it, before the caller has counted.
            journal.beginChange();
            format.setLive(block, size, length, BlockFormat.followsFree(word));
            journal.endChange();
            return true;
        }
        if (wanted > size + free.checkedNextSize(block + size) && !free.extendLast(block, size, wanted)) {
            return false;
        }
        recut(block, word, wanted, length);
        return true;
    }

    /**
     * Makes room for a live block to have another length where it lies, growing the memory if necessary, and returns
     * whether that was possible. The block itself does not change.
     */
    boolean makeRoom(long address, long length) {
        if (length > BlockFormat.MAX_BLOCK_BYTE_SIZE - MIN_BLOCK_BYTE_SIZE) {
            return false;
        }
        long block = BlockFormat.blockOf(address);
        long size = BlockFormat.sizeOf(liveWord(address));
        long wanted = BlockFormat.blockSizeFor(length);
        return wanted <= size + free.checkedNextSize(block + size) || free.extendLast(block, size, wanted);
    }

    /**
     * Takes {@code wanted} bytes, from {@code front} on, out of a free block; the rest behind them stays free if it is
     * large enough for a block, otherwise it is taken too. Returns the number of bytes taken. The caller writes its
     * header, which commits if there is no front, and then calls {@link #finishFront}.
     */
    private long takeFrom(long found, long available, long front, long wanted) {
        free.unlist(found, available);
        long end = found + available;
        long rest = available - front - wanted;
        if (rest >= MIN_BLOCK_BYTE_SIZE) {
            format.setFree(end - rest, rest);
            free.list(end - rest, rest);
            return wanted;
        }
        format.setFollowsFree(end, false);
        return wanted + rest;
    }

    /** Makes the front before a taken block a separate free block: the store that commits if there is a front. */
    private void finishFront(long found, long front) {
        if (front != 0) {
            format.setFree(found, front);
            free.list(found, front);
        }
    }

    /** Moves the end of a live block to {@code wanted}; the free block after it grows or shrinks. */
    private void recut(long block, long word, long wanted, long length) {
        long size = BlockFormat.sizeOf(word);
        long nextSize = free.checkedNextSize(block + size);
        long end = block + size + nextSize;
        long newSize = wanted;
        if (end - block - wanted < MIN_BLOCK_BYTE_SIZE) {
            newSize = end - block;
        }
        long newWord = BlockFormat.liveWord(newSize, length, BlockFormat.followsFree(word));
        free.reserve(block + newSize);
        journal.beginChange();
        if (nextSize != 0) {
            free.unlist(block + size, nextSize);
        }
        long rest = end - block - newSize;
        if (rest != 0) {
            if (newSize < size) {
                journal.beginShrink(block, newWord);
            }
            format.setFree(block + newSize, rest);
        }
        journal.store(block, newWord);
        format.setFollowsFree(end, rest != 0);
        if (rest != 0) {
            // Not before the header is stored: the links may overwrite the header of the block that was the next one.
            free.list(block + newSize, rest);
        }
        journal.endChange();
    }
}
