package dev.ashlar.alloc.heap;

import dev.ashlar.memory.LinearMemory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where live blocks start: one bit for each 16 bytes of memory, on the Java heap, where no payload can forge it.
 *
 * <p>Bits come in chunks of a page, made when the first block of that page becomes live, so that pages without large
 * blocks cost a reference. O(1), growth of the table of chunks amortised.
 */
class LiveIndex {
    private static final int LOG_PAGE = Long.numberOfTrailingZeros(LinearMemory.PAGE_BYTE_SIZE);
    private static final int LOG_GRANULE = Long.numberOfTrailingZeros(BlockFormat.GRANULE_BYTE_SIZE);
    private static final int WORDS_PER_PAGE = (int) (LinearMemory.PAGE_BYTE_SIZE >>> LOG_GRANULE) / Long.SIZE;

    private long[] @Nullable [] pages = new long[4][];

    /** Whether a live block's payload starts at {@code address}, whatever number that is. */
    boolean contains(long address) {
        long page = address >>> LOG_PAGE;
        if (page >= pages.length || (address & (BlockFormat.GRANULE_BYTE_SIZE - 1)) != 0) {
            return false;
        }
        long[] words = pages[(int) page];
        return words != null && (words[wordOf(address)] & bitOf(address)) != 0;
    }

    /** Has room for an address, so that adding it needs no allocation. */
    void reserve(long address) {
        int page = (int) (address >>> LOG_PAGE);
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new long[WORDS_PER_PAGE];
        }
    }

    /** Adds an address that room was {@linkplain #reserve reserved} for. */
    void add(long address) {
        wordsAt(address)[wordOf(address)] |= bitOf(address);
    }

    /** Takes out an address that is in. */
    void remove(long address) {
        wordsAt(address)[wordOf(address)] &= ~bitOf(address);
    }

    /** The number of addresses that are in: a walk over all chunks. */
    long count() {
        long count = 0;
        for (long[] words : pages) {
            if (words != null) {
                count += Arrays.stream(words).map(Long::bitCount).sum();
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
        return (int) (address >>> LOG_GRANULE >>> 6) & (WORDS_PER_PAGE - 1);
    }

    private static long bitOf(long address) {
        return 1L << (address >>> LOG_GRANULE);
    }
}
