package dev.ashlar.alloc;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/** A heap in a claimed range: the two tiers as one, for one thread at a time. */
final class Heap implements PlainHeap, WalkedHeap {
    private final Memory bytes;
    private final HeapExtent extent;
    private final BlockFormat format;
    private final LargeTier large;
    private final SmallTier small;
    private final RunIndex runs;

    /** The heap in an extent, without a word about what is there. */
    Heap(HeapExtent extent, BlockFormat format) {
        this.bytes = format.bytes();
        this.extent = extent;
        this.format = format;
        this.large = new LargeTier(format, extent);
        this.small = smallTier();
        this.runs = small.runs();
    }

    /**
     * Writes an empty heap into the claimed range.
     *
     * @throws OutOfLinearMemoryException if the range is too small and cannot grow
     */
    static Heap create(Claim claim) {
        LinearMemory memory = claim.memory();
        HeapExtent extent = new HeapExtent(claim);
        boolean isKept = memory.file() != null;
        Heap heap = new Heap(
                extent, isKept ? new KeptBlockFormat(memory.whole(), extent.start()) : new BlockFormat(memory.whole()));
        heap.large.writeEmpty();
        return heap;
    }

    private SmallTier smallTier() {
        if (format instanceof ReadOnlyBlockFormat) {
            return new ReadOnlySmallTier(large, format);
        }
        return format.isKept() ? new KeptSmallTier(large, format) : new SmallTier(large);
    }

    @Override
    public HeapExtent extent() {
        return extent;
    }

    @Override
    public BlockFormat format() {
        return format;
    }

    @Override
    public @Nullable SlotRun slotsAt(long address) {
        return runs.at(address);
    }

    LargeTier large() {
        return large;
    }

    SmallTier small() {
        return small;
    }

    Usage usage() {
        return small;
    }

    @Override
    public long allocate(long length) {
        return length > SizeClasses.MAX_SLOT_BYTE_SIZE
                ? small.allocateLarge(length, Allocator.DEFAULT_BYTE_ALIGNMENT)
                : small.allocate(SizeClasses.ofSmall(length), length, Allocator.DEFAULT_BYTE_ALIGNMENT);
    }

    @Override
    public long allocate(long length, long alignment) {
        int sizeClass = SizeClasses.of(length, alignment);
        return sizeClass == 0 ? small.allocateLarge(length, alignment) : small.allocate(sizeClass, length, alignment);
    }

    @Override
    public long free(long address, long length) {
        Run run = runs.at(address);
        return run == null ? freeLarge(address, length) : small.free(address, run, length);
    }

    @Override
    public long lengthAt(long address) {
        Run run = runs.at(address);
        return run == null ? large.lengthAt(address) : small.lengthAt(address, run);
    }

    @Override
    public long reallocate(long address, long length, long newLength, long alignment) {
        if ((address & (alignment - 1)) == 0 && resize(address, length, newLength)) {
            return address;
        }
        long moved = allocate(newLength, alignment);
        if (moved != 0) {
            format.beginMove(address, moved);
            bytes.copyTo(address, bytes, moved, Math.min(length, newLength));
            free(address, length);
            format.endMove();
        }
        return moved;
    }

    /** Lets the small tier forget its runs: what is asked of them now goes to the memory, which refuses. */
    void memoryClosed() {
        runs.clear();
    }

    @Override
    public long largestFree() {
        return Math.max(0, large.largestFree() - BlockFormat.HEADER_BYTE_SIZE);
    }

    private long freeLarge(long address, long length) {
        long found = large.lengthAt(address);
        if (found >= 0 && (found == length || length == ANY_LENGTH)) {
            large.free(address);
            small.freed(found);
        }
        return found;
    }

    private boolean resize(long address, long length, long newLength) {
        Run run = runs.at(address);
        if (run != null) {
            return small.resize(address, run, newLength);
        }
        boolean done = large.resize(address, newLength);
        if (done) {
            small.resized(length, newLength);
        }
        return done;
    }
}
