package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import org.jspecify.annotations.Nullable;

/** The part of a linear memory that a heap occupies, and how far it may reach. */
public final class HeapExtent {
    private final Claim claim;
    private final long start;
    private long end;

    /** The size that the memory had when the extent was cut, or 0 if it was not, or has grown since. */
    private long uncutByteSize;

    /** The extent of a claim whose heap reaches up to {@code end}, which nothing is said about. */
    HeapExtent(Claim claim, long end) {
        this.claim = claim;
        this.start = startFor(claim.base());
        this.end = end;
    }

    /** The extent of a new heap in a claim, its memory grown if need be so that the least heap fits; null if it does not. */
    static @Nullable HeapExtent of(Claim claim) {
        HeapExtent extent = new HeapExtent(claim, startFor(claim.base()));
        long end = extent.reach(extent.start + BlockFormat.MIN_HEAP_BYTE_SIZE);
        if (end == 0) {
            return null;
        }
        extent.endAt(end);
        return extent;
    }

    /** The address of the preamble of a heap that is made, or opened, at {@code base}. */
    static long startFor(long base) {
        return (base + BlockFormat.GRANULE_BYTE_SIZE - 1) & -BlockFormat.GRANULE_BYTE_SIZE;
    }

    Claim claim() {
        return claim;
    }

    /** The address of the preamble. */
    public long start() {
        return start;
    }

    /** The address of the first block. */
    long firstBlock() {
        return start + BlockFormat.PREAMBLE_BYTE_SIZE;
    }

    /** The address of the end header. */
    public long endHeader() {
        return end - BlockFormat.HEADER_BYTE_SIZE;
    }

    /** The address after the last byte. */
    long end() {
        return end;
    }

    /** Makes the extent end where its blocks do. */
    void endAt(long newEnd) {
        end = newEnd;
        uncutByteSize = 0;
    }

    /** Makes the extent end where the memory, which has so many bytes, is to end too, once it is closed. */
    void cutAt(long newEnd, long memoryByteSize) {
        end = newEnd;
        uncutByteSize = newEnd < memoryByteSize ? memoryByteSize : 0;
    }

    /** Returns whether the file is to be cut when the memory is closed. */
    boolean isCut() {
        return uncutByteSize != 0;
    }

    /** Leaves the file as long as it is. */
    void forgetCut() {
        uncutByteSize = 0;
    }

    /** Has the file of the memory, which is closed, end where the extent was cut last, if it has not grown since. */
    void cutFile() {
        if (uncutByteSize != 0) {
            claim.cutFile(end, uncutByteSize);
        }
    }

    /** Bytes held, the preamble and what aligning the start costs included. */
    public long byteSize() {
        return end - claim.base();
    }

    /**
     * How far a heap in the claim can reach that must reach {@code wanted}: takes in what the memory has beyond the end,
     * and grows it by no page more than needed. Returns 0, with nothing changed, if that cannot be. The extent itself is
     * as before until {@link #endAt}.
     */
    long reach(long wanted) {
        if (claim.isGrowing() && wanted > claim.memory().byteSize()) {
            claim.followFile();
            if (!claim.memory().ensureCapacity(wanted)) {
                return 0;
            }
        }
        long reachable = claim.end() & -BlockFormat.GRANULE_BYTE_SIZE;
        return reachable < wanted ? 0 : reachable;
    }
}
