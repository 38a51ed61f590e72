package dev.ashlar.alloc.heap;

import dev.ashlar.memory.LinearMemory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The starts of the live blocks of the large tier, and those of the free ones: two bits for each 16 bytes of memory, on
 * the Java heap, where no payload and no stray store can forge them. Runs count as neither.
 *
 * <p>Bits come in chunks of a page, made with the first block of that page, so that pages without large blocks cost one
 * reference. O(1), the growth of the table of chunks being amortised. All addresses are those of payloads.
 */
class BlockIndex {
    private static final int LOG_PAGE = Long.numberOfTrailingZeros(LinearMemory.PAGE_BYTE_SIZE);
    private static final int LOG_GRANULE = Long.numberOfTrailingZeros(BlockFormat.GRANULE_BYTE_SIZE);
    private static final int LOG_GRANULES_PER_WORD = 6;

    /** The words of a page: alternately one of live blocks and one of free blocks. */
    private static final int WORDS_PER_PAGE = 2 << (LOG_PAGE - LOG_GRANULE - LOG_GRANULES_PER_WORD);

    private long[] @Nullable [] pages = new long[4][];

    /** Returns whether a live block's payload starts at {@code address}, which may be any number. */
    final boolean isLive(long address) {
        return has(address, 0);
    }

    /** Returns whether a free block's payload would start at {@code address}, which may be any number. */
    final boolean isFree(long address) {
        return has(address, 1);
    }

    private boolean has(long address, int plane) {
        long page = address >>> LOG_PAGE;
        if (page >= pages.length || (address & (BlockFormat.GRANULE_BYTE_SIZE - 1)) != 0) {
            return false;
        }
        long[] words = pages[(int) page];
        return words != null && (words[wordOf(address) + plane] & bitOf(address)) != 0;
    }

    /** Makes room for an address, so that adding it needs no allocation. */
    void reserve(long address) {
        int page = (int) (address >>> LOG_PAGE);
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new long[WORDS_PER_PAGE];
        }
    }

    /** Adds a live block for which room was {@linkplain #reserve reserved}. */
    void addLive(long address) {
        wordsAt(address)[wordOf(address)] |= bitOf(address);
    }

    /** Removes a live block that is in the index. */
    void removeLive(long address) {
        wordsAt(address)[wordOf(address)] &= ~bitOf(address);
    }

    /** Adds a free block for which room was {@linkplain #reserve reserved}, if it is not in the index yet. */
    void addFree(long address) {
        wordsAt(address)[wordOf(address) + 1] |= bitOf(address);
    }

    /** Removes a free block that is in the index. */
    void removeFree(long address) {
        wordsAt(address)[wordOf(address) + 1] &= ~bitOf(address);
    }

    /** The number of live blocks in the index: walks over all chunks. */
    long liveCount() {
        return count(0);
    }

    /** The number of free blocks in the index: walks over all chunks. */
    long freeCount() {
        return count(1);
    }

    private long count(int plane) {
        long count = 0;
        for (long[] words : pages) {
            for (int i = plane; words != null && i < WORDS_PER_PAGE; i += 2) {
                count += Long.bitCount(words[i]);
            }
        }
        return count;
    }

    private long[] wordsAt(long address) {
        long[] words = pages[(int) (address >>> LOG_PAGE)];
        if (words == null) {
            throw Damage.severalThreads();
        }
        return words;
    }

    private static int wordOf(long address) {
        return (int) (address >>> LOG_GRANULE >>> LOG_GRANULES_PER_WORD) << 1 & (WORDS_PER_PAGE - 1);
    }

    private static long bitOf(long address) {
        return 1L << (address >>> LOG_GRANULE);
    }
}
