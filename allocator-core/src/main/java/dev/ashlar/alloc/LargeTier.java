package dev.ashlar.alloc;

import static dev.ashlar.alloc.BlockFormat.HEADER_BYTE_SIZE;
import static dev.ashlar.alloc.BlockFormat.MIN_BLOCK_BYTE_SIZE;

import dev.ashlar.watch.Watch;
import java.util.function.BooleanSupplier;

/**
 * The tier of any size: blocks with boundary tags, found by two-level segregated fit, split when they are too large and
 * joined with free neighbours at once when they are freed.
 *
 * <p>The tail, a free block at the end of the heap, is in no list and is taken last: so a block before it can go on
 * growing in place, and the heap reaches no further than it must.
 *
 * <p>Speaks in payload addresses, which are multiples of 16. Checks nothing it is given: callers ask
 * {@link #lengthAt} first.
 */
final class LargeTier {
    private final BlockFormat format;
    private final HeapExtent extent;
    private final FreeLists free;
    private final Preamble preamble;
    private final LiveIndex live = new LiveIndex();
    private BooleanSupplier shortageRelief = () -> false;

    /** The tier of a heap that is in the extent already, or is {@linkplain #writeEmpty written} next. */
    LargeTier(BlockFormat format, HeapExtent extent) {
        this.format = format;
        this.extent = extent;
        this.free = new FreeLists(format);
        this.preamble = new Preamble(format, extent.start());
    }

    /** Writes an empty heap into the extent: the preamble commits it. */
    void writeEmpty() {
        long first = extent.firstBlock();
        format.setEnd(extent.endHeader(), true);
        format.setFree(first, extent.endHeader() - first);
        boolean isFixed = !extent.claim().isGrowing();
        preamble.write(extent.end() - extent.start(), format.isKept(), isFixed);
    }

    Preamble preamble() {
        return preamble;
    }

    FreeLists freeLists() {
        return free;
    }

    LiveIndex liveIndex() {
        return live;
    }

    /** Names what is asked for free space before the memory grows; it says whether it freed any. */
    void onShortage(BooleanSupplier relief) {
        this.shortageRelief = relief;
    }

    /** The size of the largest free block, or 0: walks the highest bin that has any. */
    long largestFree() {
        long endHeader = extent.endHeader();
        return Math.max(free.largest(), endHeader - tail());
    }

    /** The length of the live block whose payload starts at {@code address}, or -1 if none does. O(1). */
    long lengthAt(long address) {
        return live.contains(address) ? BlockFormat.lengthOf(format.word(BlockFormat.blockOf(address))) : -1;
    }

    /**
     * Allocates a block for {@code length} bytes and returns its address, or 0 if there is no room and the memory cannot
     * grow enough. O(1), but for the search before it returns 0. Not zeroed.
     */
    long allocate(long length, long alignment) {
        if (length > BlockFormat.MAX_BLOCK_BYTE_SIZE - MIN_BLOCK_BYTE_SIZE
                || alignment > BlockFormat.MAX_BLOCK_BYTE_SIZE) {
            return 0;
        }
        long size = BlockFormat.blockSizeFor(length);
        long found = find(size, alignment);
        if (found == 0) {
            return 0;
        }
        format.beginChange();
        long front = FreeLists.front(found, alignment);
        long block = found + front;
        long cut = takeFrom(found, front, size);
        format.setLive(block, cut, length, front != 0);
        finishFront(found, front);
        format.endChange();
        long address = BlockFormat.payloadOf(block);
        live.add(address);
        if (length >= Watch.LARGE_BYTE_SIZE) {
            Watch.allocatedLarge(address, length);
        }
        return address;
    }

    /**
     * Allocates the next run of a class that holds {@code heldByteSize} bytes of runs, and returns its address, or 0 as
     * {@link #allocate} does. Prefers a smaller run in space that is free already to growing the memory for a larger one.
     */
    long allocateNextRun(int sizeClass, long heldByteSize) {
        int wanted = RunShape.next(sizeClass, heldByteSize);
        int shape = wanted;
        long address = allocateFreeRun(shape);
        while (address == 0 && shape > RunShape.first(sizeClass)) {
            shape--;
            address = allocateFreeRun(shape);
        }
        return address == 0 ? allocateRun(wanted) : address;
    }

    /** The shape of the run at an address. */
    int shapeAt(long address) {
        return BlockFormat.shapeOf(format.word(BlockFormat.blockOf(address)));
    }

    /** Allocates a run, aligned to its size, and returns its address, or 0 as {@link #allocate} does. */
    private long allocateRun(int shape) {
        long size = RunShape.runByteSize(shape);
        return placeRun(find(size, size), shape, size);
    }

    /** As {@link #allocateRun}, but returns 0 where the memory would have to grow. */
    private long allocateFreeRun(int shape) {
        long size = RunShape.runByteSize(shape);
        return placeRun(findFree(size, size), shape, size);
    }

    private long placeRun(long found, int shape, long size) {
        if (found == 0) {
            return 0;
        }
        format.beginChange();
        long front = FreeLists.front(found, size);
        long block = found + front;
        long cut = takeFrom(found, front, size);
        format.setRun(block, cut, shape, front != 0);
        finishFront(found, front);
        format.endChange();
        return BlockFormat.payloadOf(block);
    }

    /** Frees a live block and joins it with its free neighbours. O(1). */
    void free(long address) {
        join(address);
        live.remove(address);
    }

    /** Takes a run back whose slots are all free. */
    void freeRun(long address) {
        join(address);
    }

    private void join(long address) {
        format.beginChange();
        long block = BlockFormat.blockOf(address);
        long word = format.word(block);
        long end = block + BlockFormat.sizeOf(word);
        long nextWord = format.word(end);
        if (!BlockFormat.isLive(nextWord)) {
            long size = BlockFormat.sizeOf(nextWord);
            unlist(end, size);
            end += size;
        }
        long start = block;
        if (BlockFormat.followsFree(word)) {
            long size = format.footerBefore(block);
            start = block - size;
            unlist(start, size);
        }
        format.setFree(start, end - start);
        format.setFollowsFree(end, true);
        list(start, end - start);
        format.endChange();
    }

    /**
     * Gives a live block another length where it lies: gives its end back, or takes in the free block after it, or grows
     * the memory if nothing else is after it. Returns {@code false}, with nothing changed, if that cannot be. O(1).
     */
    boolean resize(long address, long length) {
        if (length > BlockFormat.MAX_BLOCK_BYTE_SIZE - MIN_BLOCK_BYTE_SIZE) {
            return false;
        }
        long block = BlockFormat.blockOf(address);
        long word = format.word(block);
        long size = BlockFormat.sizeOf(word);
        long wanted = BlockFormat.blockSizeFor(length);
        if (wanted == size) {
            format.setLive(block, size, length, BlockFormat.followsFree(word));
            return true;
        }
        if (wanted > size + freeSizeAt(block + size) && !extendLast(block, size, wanted)) {
            return false;
        }
        recut(block, word, wanted, length);
        return true;
    }

    /**
     * A free block that has {@code size} aligned bytes in it, or 0. The tail comes last, see the class comment, and only
     * then the memory grows.
     */
    private long find(long size, long alignment) {
        long found = findFree(size, alignment);
        if (found == 0 && shortageRelief.getAsBoolean()) {
            found = findFree(size, alignment);
        }
        if (found != 0) {
            return found;
        }
        long tail = tail();
        if (extendTail(tail, tail + FreeLists.front(tail, alignment) + size)) {
            return tail;
        }
        return free.findByWalking(size, alignment);
    }

    /** As {@link #find}, but neither asks for relief nor grows the memory. */
    private long findFree(long size, long alignment) {
        long found = alignment <= BlockFormat.GRANULE_BYTE_SIZE ? free.find(size) : free.findAligned(size, alignment);
        if (found != 0) {
            return found;
        }
        long tail = tail();
        long wanted = tail + FreeLists.front(tail, alignment) + size;
        return wanted <= extent.endHeader() ? tail : 0;
    }

    private boolean isTail(long block, long size) {
        return block + size == extent.endHeader();
    }

    private void list(long block, long size) {
        if (!isTail(block, size)) {
            free.insert(block, size);
        }
    }

    private void unlist(long block, long size) {
        if (!isTail(block, size)) {
            free.remove(block, size);
        }
    }

    /**
     * Takes {@code wanted} bytes, from {@code front} on, out of a free block; what is left behind them stays free if it
     * is enough for a block, else it is taken too. Returns how much was taken. The caller writes its header, which
     * commits if there is no front, and then calls {@link #finishFront}.
     */
    private long takeFrom(long found, long front, long wanted) {
        long available = format.sizeAt(found);
        unlist(found, available);
        long end = found + available;
        long rest = available - front - wanted;
        if (rest >= MIN_BLOCK_BYTE_SIZE) {
            format.setFree(end - rest, rest);
            list(end - rest, rest);
            return wanted;
        }
        format.setFollowsFree(end, false);
        return wanted + rest;
    }

    /** Makes what lies before a taken block a free block of its own: the store that commits where there is a front. */
    private void finishFront(long found, long front) {
        if (front != 0) {
            format.setFree(found, front);
            list(found, front);
        }
    }

    /** Moves the end of a live block to {@code wanted}, the free block after it giving or taking. */
    private void recut(long block, long word, long wanted, long length) {
        long size = BlockFormat.sizeOf(word);
        long nextSize = freeSizeAt(block + size);
        long end = block + size + nextSize;
        long newSize = wanted;
        if (end - block - wanted < MIN_BLOCK_BYTE_SIZE) {
            newSize = end - block;
        }
        format.beginChange();
        if (nextSize != 0) {
            unlist(block + size, nextSize);
        }
        long rest = end - block - newSize;
        if (rest != 0) {
            if (newSize < size) {
                format.beginShrink(block, newSize, length);
            }
            format.setFree(block + newSize, rest);
        }
        format.setLive(block, newSize, length, BlockFormat.followsFree(word));
        format.setFollowsFree(end, rest != 0);
        if (rest != 0) {
            // Not before the header is stored: the links may lie on the header of what was the next block.
            list(block + newSize, rest);
        }
        format.endChange();
    }

    /** The size of the free block at {@code block}, or 0 if it is live or the end. */
    private long freeSizeAt(long block) {
        long word = format.word(block);
        return BlockFormat.isLive(word) ? 0 : BlockFormat.sizeOf(word);
    }

    /** If nothing but free space follows the block, grows the memory until {@code wanted} bytes fit there. */
    private boolean extendLast(long block, long size, long wanted) {
        long tail = tail();
        return tail == block + size && extendTail(tail, block + wanted);
    }

    /** Where the free space at the end of the heap starts: the last free block, or the end header. */
    private long tail() {
        long endHeader = extent.endHeader();
        boolean isFree = BlockFormat.followsFree(format.word(endHeader));
        return isFree ? endHeader - format.footerBefore(endHeader) : endHeader;
    }

    /**
     * Makes the free space that starts at {@code tail} one block that reaches {@code wanted} or more. The memory grows
     * only by what the free space there does not cover.
     */
    private boolean extendTail(long tail, long wanted) {
        if (!extent.extendTo(wanted + HEADER_BYTE_SIZE)) {
            return false;
        }
        long endHeader = extent.endHeader();
        format.beginChange();
        format.setEnd(endHeader, true);
        preamble.setByteSize(extent.end() - extent.start());
        format.setFree(tail, endHeader - tail);
        format.endChange();
        return true;
    }
}
