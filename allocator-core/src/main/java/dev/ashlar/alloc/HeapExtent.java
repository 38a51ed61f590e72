package dev.ashlar.alloc;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;

/** The part of a linear memory that a heap occupies, and how far it may reach. */
final class HeapExtent {
    private final Claim claim;
    private final long start;
    private long end;

    /**
     * The extent of a claim, its memory grown if need be so that the least heap fits.
     *
     * @throws OutOfLinearMemoryException if it does not
     */
    HeapExtent(Claim claim) {
        this(claim, startFor(claim.base()));
        if (!extendTo(start + BlockFormat.MIN_HEAP_BYTE_SIZE)) {
            LinearMemory memory = claim.memory();
            throw new OutOfLinearMemoryException(
                    BlockFormat.MIN_HEAP_BYTE_SIZE,
                    0,
                    memory.byteSize(),
                    memory.maxPages() * LinearMemory.PAGE_BYTE_SIZE);
        }
    }

    /** The extent of a claim whose heap reaches up to {@code end}, which nothing is said about. */
    HeapExtent(Claim claim, long end) {
        this.claim = claim;
        this.start = startFor(claim.base());
        this.end = end;
    }

    /** Where the preamble of a heap starts that is made, or opened, at {@code base}. */
    static long startFor(long base) {
        return (base + BlockFormat.GRANULE_BYTE_SIZE - 1) & -BlockFormat.GRANULE_BYTE_SIZE;
    }

    Claim claim() {
        return claim;
    }

    /** The address of the preamble. */
    long start() {
        return start;
    }

    /** The address of the first block. */
    long firstBlock() {
        return start + BlockFormat.PREAMBLE_BYTE_SIZE;
    }

    /** The address of the end header. */
    long endHeader() {
        return end - BlockFormat.HEADER_BYTE_SIZE;
    }

    /** The address after the last byte. */
    long end() {
        return end;
    }

    /** Makes the extent of an opened heap end where its blocks do. */
    void endAt(long newEnd) {
        end = newEnd;
    }

    /** Bytes held, the preamble and what aligning the start costs included. */
    long byteSize() {
        return end - claim.base();
    }

    /**
     * Makes the extent reach {@code wanted} or more: takes in what the memory has beyond the end, and grows it by no
     * page more than needed. Returns {@code false}, with nothing changed, if that cannot be.
     */
    boolean extendTo(long wanted) {
        if (claim.isGrowing() && !claim.memory().ensureCapacity(wanted)) {
            return false;
        }
        long reachable = claim.end() & -BlockFormat.GRANULE_BYTE_SIZE;
        if (reachable < wanted) {
            return false;
        }
        end = reachable;
        return true;
    }
}
