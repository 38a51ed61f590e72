package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import org.jspecify.annotations.Nullable;

/** The part of a linear memory that a heap occupies, and the limit of its growth. */
public final class HeapExtent {
    private final Claim claim;
    private final long start;
    private long end;

    /** The size that the memory had when the extent was cut; 0 if it was not cut, or has grown since. */
    private long uncutByteSize;

    /** Makes the extent of a heap that reaches from the base of a claim to {@code end}, unchecked. */
    HeapExtent(Claim claim, long end) {
        this.claim = claim;
        this.start = startFor(claim.base());
        this.end = end;
    }

    /**
     * The extent of a new heap in a claim; grows the memory if necessary for the least heap, and returns null if that
     * does not fit.
     */
    static @Nullable HeapExtent of(Claim claim) {
        HeapExtent extent = new HeapExtent(claim, startFor(claim.base()));
        long end = extent.reach(extent.start + BlockFormat.MIN_HEAP_BYTE_SIZE);
        if (end == 0) {
            return null;
        }
        extent.endAt(end);
        return extent;
    }

    /** The address of the preamble of a heap that is made or opened at {@code base}. */
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

    /** Makes the extent end at the end of its blocks. */
    void endAt(long newEnd) {
        end = newEnd;
        uncutByteSize = 0;
    }

    /**
     * Makes the extent end at an address where the memory, which has this many bytes, should end too when it is closed.
     */
    void cutAt(long newEnd, long memoryByteSize) {
        end = newEnd;
        uncutByteSize = newEnd < memoryByteSize ? memoryByteSize : 0;
    }

    /** Returns whether the file should be cut when the memory is closed. */
    boolean isCut() {
        return uncutByteSize != 0;
    }

    /** Forgets the cut: the file stays as long as it is. */
    void forgetCut() {
        uncutByteSize = 0;
    }

    /** Cuts the file of the memory, which has been closed, where the extent was cut last, unless it has grown since. */
    void cutFile() {
        if (uncutByteSize != 0) {
            claim.cutFile(end, uncutByteSize);
        }
    }

    /** The bytes held, including the preamble and the gap that aligns the start. */
    public long byteSize() {
        return end - claim.base();
    }

    /**
     * Returns the end that a heap in the claim can have, at least {@code wanted}: uses what the memory has beyond the
     * end of the heap, and grows it by no page more than needed. Returns 0, with nothing changed, if that is not
     * possible. The extent itself does not change until {@link #endAt}.
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
