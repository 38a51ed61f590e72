package dev.ashlar.alloc.heap;

import dev.ashlar.memory.HeapDamagedException;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The lists of free blocks by size: two-level segregated fit.
 *
 * <p>Bins 0 to 15 hold one size each, in steps of 16 bytes. From 256 bytes on, every power of two is cut into 16 bins
 * of equal width. So every block of a higher bin is large enough for a request of a lower one, and two bitmaps find the
 * next bin that is not empty. The links of the lists lie in the free blocks; heads and bitmaps are Java fields.
 *
 * <p>Stray stores can damage links, sizes and footers, since these lie where payloads were. So a block is taken only if
 * {@link BlockIndex} has it as free, its size fits the request and leads to a block marked as following a free one, and
 * links agree with back links; and links are stored only into free blocks. A walk that starts at a block without a back
 * link, and follows only links that agree with their back links, meets no block twice, so every walk ends.
 *
 * <p>Everything here is O(1) except {@link #findByWalking}, {@link #largest} and {@link #forEachFrom}.
 */
class FreeLists {
    static final int BINS_PER_POWER = 16;
    static final int BINS = 41 * BINS_PER_POWER;

    /**
     * The number of blocks that an aligned request tries before it looks for a block that is large enough wherever it
     * starts.
     */
    private static final int ALIGNED_PROBES = 8;

    private static final int LOG_BINS_PER_POWER = 4;
    private static final int LOG_GRANULE = 4;

    private final BlockFormat format;
    private final HeapExtent extent;
    private final BlockIndex blocks;

    /** The first blocks of the bins, as many as the size of the heap allows. */
    private long[] heads = new long[0];

    private long powers;

    /** The links of the block that {@link #requireListed} has checked last, so that they need not be loaded again. */
    long checkedNext;

    long checkedPrevious;

    private final int[] binsOfPower = new int[BINS / BINS_PER_POWER];

    FreeLists(BlockFormat format, HeapExtent extent, BlockIndex blocks) {
        this.format = format;
        this.extent = extent;
        this.blocks = blocks;
    }

    /** Makes bins for every block of a heap that ends at {@code end}, so that later operations need no allocation. */
    void reserve(long end) {
        int bins = Math.min(BINS, binOf(end - extent.start()) + 1);
        if (bins > heads.length) {
            heads = Arrays.copyOf(heads, bins);
        }
    }

    static int binOf(long size) {
        long granules = size >>> LOG_GRANULE;
        if (granules < BINS_PER_POWER) {
            return (int) granules;
        }
        int log = Long.SIZE - 1 - Long.numberOfLeadingZeros(granules);
        int within = (int) (granules >>> (log - LOG_BINS_PER_POWER)) & (BINS_PER_POWER - 1);
        return (log - LOG_BINS_PER_POWER + 1) * BINS_PER_POWER + within;
    }

    /** The first block of a bin, or 0. */
    long head(int bin) {
        return bin < heads.length ? heads[bin] : 0;
    }

    /** Returns whether the bitmaps mark a bin as not empty. */
    boolean isMarked(int bin) {
        int power = bin >>> LOG_BINS_PER_POWER;
        return (powers >>> power & 1) != 0 && (binsOfPower[power] >>> (bin & (BINS_PER_POWER - 1)) & 1) != 0;
    }

    /**
     * Puts a block first in the list of its bin. If the head is not a free block, because a stray link led there, it is
     * not stored to.
     */
    void insert(long block, long size) {
        int bin = binOf(size);
        long first = heads[bin];
        if (first != 0 && !isFree(first)) {
            first = 0;
        }
        format.setNextFree(block, first);
        format.setPreviousFree(block, 0);
        if (first != 0) {
            format.setPreviousFree(first, block);
        } else {
            mark(bin);
        }
        heads[bin] = block;
    }

    /** Removes a block, whose links have been {@linkplain #requireListed checked}, from the list of its bin. */
    void remove(long block, long size, long next, long previous) {
        if (next != 0) {
            format.setPreviousFree(next, previous);
        }
        if (previous != 0) {
            format.setNextFree(previous, next);
        } else {
            int bin = binOf(size);
            heads[bin] = next;
            if (next == 0) {
                unmark(bin);
            }
        }
    }

    /**
     * Returns the size of a free block, from its header.
     *
     * @throws HeapDamagedException if no free block starts there, or no block that follows a free one starts where it
     *     ends
     */
    final long checkedSize(long block) {
        if (!isFree(block)) {
            throw Damage.found(block, "a link, footer or flag leads to what is not a free block", block);
        }
        long word = format.word(block);
        long size = BlockFormat.sizeOf(word);
        if (word != BlockFormat.freeWord(size)
                || size < BlockFormat.MIN_BLOCK_BYTE_SIZE
                || size > extent.endHeader() - block) {
            throw Damage.found(block, "no header of a free block", word);
        }
        requireBlockAfter(block, block + size);
        return size;
    }

    /**
     * Checks the block after a free block, so that an old size of the block, restored by a stray store, is not taken
     * for its size.
     */
    private void requireBlockAfter(long block, long next) {
        long word = format.word(next);
        boolean isOne = next == extent.endHeader()
                ? BlockFormat.isEnd(word)
                : BlockFormat.isRun(word) ? BlockFormat.isBlock(word) : blocks.isLive(BlockFormat.payloadOf(next));
        if (!isOne || !BlockFormat.isLive(word) || !BlockFormat.followsFree(word)) {
            throw Damage.found(block, "the size of a free block leads to no block after it", word);
        }
    }

    private boolean isFree(long block) {
        return blocks.isFree(BlockFormat.payloadOf(block));
    }

    /**
     * Checks that a free block of a size is in the list of its bin, according to its links and the back links of its
     * neighbours.
     *
     * @throws HeapDamagedException if it is not
     */
    final void requireListed(long block, long size) {
        long next = format.nextFree(block);
        if (next != 0) {
            requireLinked(block, next);
        }
        long previous = format.previousFree(block);
        checkedNext = next;
        checkedPrevious = previous;
        boolean isFirst = heads[binOf(size)] == block;
        if (previous == 0 ? !isFirst : isFirst || !isFree(previous) || format.nextFree(previous) != block) {
            throw Damage.found(block, "back link of a free block", previous);
        }
    }

    private void requireLinked(long block, long next) {
        if (next == block || !isFree(next) || format.previousFree(next) != block) {
            throw Damage.found(block, "link of a free block", next);
        }
    }

    /** The first block, checked, of a bin that is marked. */
    private long firstChecked(int bin) {
        long first = heads[bin];
        if (!isFree(first) || format.previousFree(first) != 0) {
            throw Damage.found(first, "no first block of a list", format.previousFree(first));
        }
        return first;
    }

    /** The block after a block in a list, checked, or 0. */
    private long nextChecked(long block) {
        long next = format.nextFree(block);
        if (next != 0) {
            requireLinked(block, next);
        }
        return next;
    }

    /**
     * A free block of at least {@code size} bytes, or 0. Tries the first block of the size's own bin, where a block may
     * be too small, before the next bin, where none is: that costs one probe and avoids much splitting.
     */
    final long find(long size) {
        int home = binOf(size);
        long first = head(home);
        if (first != 0 && format.sizeAt(first) >= size) {
            return first;
        }
        return firstFrom(home + 1);
    }

    /** A free block with {@code size} aligned bytes in it, or 0; may miss one that {@link #findByWalking} finds. */
    final long findAligned(long size, long alignment) {
        int probes = ALIGNED_PROBES;
        for (int bin = markedFrom(binOf(size)); bin >= 0; bin = markedFrom(bin + 1)) {
            for (long block = firstChecked(bin); block != 0; block = nextChecked(block)) {
                if (fits(block, size, alignment)) {
                    return block;
                }
                if (--probes == 0) {
                    return firstFrom(binOf(size + frontAtMost(alignment)) + 1);
                }
            }
        }
        return 0;
    }

    /** As {@link #findAligned}, but misses nothing: O(free blocks), for the moment before a request is refused. */
    final long findByWalking(long size, long alignment) {
        for (int bin = markedFrom(binOf(size)); bin >= 0; bin = markedFrom(bin + 1)) {
            for (long block = firstChecked(bin); block != 0; block = nextChecked(block)) {
                if (fits(block, size, alignment)) {
                    return block;
                }
            }
        }
        return 0;
    }

    /** The size of the largest free block, or 0: walks over the highest bin that is not empty. */
    final long largest() {
        if (powers == 0) {
            return 0;
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(powers);
        int within = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(binsOfPower[power]);
        long largest = 0;
        for (long block = firstChecked(power * BINS_PER_POWER + within); block != 0; block = nextChecked(block)) {
            largest = Math.max(largest, format.sizeAt(block));
        }
        return largest;
    }

    /**
     * Passes the blocks of the bin of {@code size}, and of all higher bins, to a visitor, which must not change any
     * list.
     */
    final void forEachFrom(long size, LongConsumer visitor) {
        for (int bin = markedFrom(binOf(size)); bin >= 0; bin = markedFrom(bin + 1)) {
            for (long block = firstChecked(bin); block != 0; block = nextChecked(block)) {
                visitor.accept(block);
            }
        }
    }

    /**
     * The bytes between the start of a free block and that of a block inside it with an aligned payload: 0, or enough
     * for a block.
     */
    static long front(long block, long alignment) {
        long payload = BlockFormat.payloadOf(block);
        long front = (payload + alignment - 1 & -alignment) - payload;
        return front == 0 || front >= BlockFormat.MIN_BLOCK_BYTE_SIZE ? front : front + alignment;
    }

    private static long frontAtMost(long alignment) {
        return alignment + BlockFormat.GRANULE_BYTE_SIZE;
    }

    private boolean fits(long block, long size, long alignment) {
        return format.sizeAt(block) - size >= front(block, alignment);
    }

    private long firstFrom(int bin) {
        int marked = markedFrom(bin);
        return marked < 0 ? 0 : heads[marked];
    }

    /** The lowest bin at or above {@code bin} that is marked, or -1. */
    private int markedFrom(int bin) {
        if (bin >= BINS) {
            return -1;
        }
        int power = bin >>> LOG_BINS_PER_POWER;
        int bins = binsOfPower[power] & -1 << (bin & (BINS_PER_POWER - 1));
        if (bins == 0) {
            long above = powers & -2L << power;
            if (above == 0) {
                return -1;
            }
            power = Long.numberOfTrailingZeros(above);
            bins = binsOfPower[power];
        }
        return power * BINS_PER_POWER + Integer.numberOfTrailingZeros(bins);
    }

    void mark(int bin) {
        int power = bin >>> LOG_BINS_PER_POWER;
        powers |= 1L << power;
        binsOfPower[power] |= 1 << (bin & (BINS_PER_POWER - 1));
    }

    private void unmark(int bin) {
        int power = bin >>> LOG_BINS_PER_POWER;
        binsOfPower[power] &= ~(1 << (bin & (BINS_PER_POWER - 1)));
        if (binsOfPower[power] == 0) {
            powers &= ~(1L << power);
        }
    }
}
