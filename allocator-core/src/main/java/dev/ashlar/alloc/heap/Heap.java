package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import org.jspecify.annotations.Nullable;

/** A heap in a claimed range: the two tiers as one, for one thread at a time. */
public final class Heap implements PlainHeap, WalkedHeap, Survivors.Before {
    static {
        HeapClasses.initialise(
                SizeClasses.class,
                RunShape.class,
                RunGroup.class,
                RunTable.class,
                RunIndex.class,
                Damage.class,
                BlockFormat.class);
    }

    private final HeapExtent extent;
    private final Journal journal;
    private final LargeTier large;
    private final SmallTier small;
    private final RunIndex runs;

    /** Makes the heap in an extent, and neither reads nor writes there. */
    Heap(HeapExtent extent, Journal journal) {
        this(new LargeTier(extent, journal), new RunIndex());
    }

    /** Makes the heap with the caller's large tier and index of runs. */
    Heap(LargeTier large, RunIndex runs) {
        this.extent = large.extent();
        this.journal = large.journal();
        this.large = large;
        this.small = new SmallTier(large, runs);
        this.runs = runs;
        large.freeSpace().onShortage(small::giveSparesBack);
    }

    /** Writes an empty heap into the claimed range; returns null if the range is too small and cannot grow. */
    public static @Nullable Heap create(Claim claim) {
        HeapExtent extent = HeapExtent.of(claim);
        if (extent == null) {
            return null;
        }
        LinearMemory memory = claim.memory();
        Preamble preamble = new Preamble(memory, extent.start());
        Heap heap = new Heap(extent, memory.file() == null ? new PlainJournal(preamble) : FileJournal.of(preamble));
        heap.large.writeEmpty();
        return heap;
    }

    /** Rebuilds the heap from its contents, see {@link HeapOpening#recover}; this one must not be used again. */
    public Heap recovered() {
        return HeapOpening.recover(this);
    }

    @Override
    public HeapExtent extent() {
        return extent;
    }

    @Override
    public BlockFormat format() {
        return large.format();
    }

    @Override
    public @Nullable SlotRun slotsAt(long address) {
        return runs.at(address);
    }

    @Override
    public BlockIndex handedOut() {
        return large.blockIndex();
    }

    @Override
    public @Nullable SlotRun knownAt(long address) {
        return runs.knownAt(address);
    }

    @Override
    public Journal journal() {
        return journal;
    }

    LargeTier large() {
        return large;
    }

    SmallTier small() {
        return small;
    }

    /** The address that was set as the root, or 0. */
    public long root() {
        return journal.preamble().root();
    }

    /** Sets the root, in one store. */
    public void setRoot(long address) {
        journal.setRoot(address);
    }

    /** Throws if the heap is read-only, or an error has cut off a change. */
    public void requireChangeable() {
        journal.requireSettled();
    }

    /** Throws if another writer has opened the heap. */
    public void requireWriter() {
        journal.requireWriter();
    }

    /**
     * Notes in a persistent heap that it is about to be closed; but not if its file will be cut then, because the next
     * writer has to wait for that. If another writer has opened the heap, nothing is cut.
     */
    public void leave() {
        try {
            journal.requireWriter();
            if (!extent.isCut()) {
                journal.leave();
            }
        } catch (IllegalStateException | InternalError anotherWriterOrPageGone) {
            extent.forgetCut();
        }
    }

    /** The bytes in live blocks, as requested. */
    public long usedByteSize() {
        return small.byteSize();
    }

    /** The most bytes that have been in live blocks. */
    public long peakUsedByteSize() {
        return small.peakByteSize();
    }

    /** The bytes that the heap holds. */
    public long committedByteSize() {
        return extent.byteSize();
    }

    @Override
    public void requireSettled() {
        if (journal.isWritable()) {
            journal.requireSettled();
        }
    }

    @Override
    public long allocate(long length) {
        return length > SizeClasses.MAX_SLOT_BYTE_SIZE
                ? small.allocateLarge(length, BlockFormat.GRANULE_BYTE_SIZE)
                : small.allocate(SizeClasses.ofSmall(length), length, BlockFormat.GRANULE_BYTE_SIZE);
    }

    @Override
    public long allocate(long length, long alignment) {
        int sizeClass = SizeClasses.of(length, alignment);
        return sizeClass == 0 ? small.allocateLarge(length, alignment) : small.allocate(sizeClass, length, alignment);
    }

    @Override
    public long freeSlot(long address, long length) {
        Run run = runs.at(address);
        return run == null ? NEEDS_CHANGE : small.free(address, run, length, false);
    }

    @Override
    public long free(long address, long length) {
        Run run = runs.at(address);
        return run == null ? small.freeLarge(address, length) : small.free(address, run, length, true);
    }

    @Override
    public long lengthAt(long address) {
        Run run = runs.at(address);
        if (run != null) {
            return small.lengthAt(address, run);
        }
        requireSettled();
        return large.lengthAt(address);
    }

    @Override
    public boolean isInSlot(long address) {
        return runs.at(address) != null;
    }

    @Override
    public boolean makeRoom(long address, long newLength, long alignment) {
        if ((address & (alignment - 1)) != 0) {
            return false;
        }
        Run run = runs.at(address);
        if (run != null) {
            return SizeClasses.isTold(run.slotByteSize - newLength);
        }
        return small.makeRoomLarge(address, newLength);
    }

    @Override
    public boolean resize(long address, long length, long newLength, long alignment) {
        if ((address & (alignment - 1)) != 0) {
            return false;
        }
        Run run = runs.at(address);
        return run == null ? small.resizeLarge(address, length, newLength) : small.resize(address, run, newLength);
    }

    @Override
    public boolean shorten(long address, long length, long newLength, long alignment) {
        Run run = runs.at(address);
        if (run == null || newLength >= length || (address & (alignment - 1)) != 0) {
            return false;
        }
        small.shorten(address, run, newLength);
        return true;
    }

    @Override
    public boolean move(long address, long length, long newAddress, long newLength) {
        small.move(address, newAddress, Math.min(length, newLength));
        return true;
    }

    @Override
    public void zero(long address, long byteSize) {
        journal.zeroPayload(address, byteSize);
    }

    /**
     * Hides the runs of the small tier: later requests go to the memory, which refuses them. A file is cut where {@link
     * #trim} has cut the heap, if no change was under way when the memory was closed.
     */
    public void memoryClosed() {
        small.hide();
        if ((journal.change | journal.movedTo) == 0 && !journal.isStopped) {
            extent.cutFile();
        }
    }

    /**
     * Gives the pages that lie wholly in free blocks or free slots back to the operating system, if it takes them, and
     * returns how many bytes they have. Cuts a persistent heap behind its last live block. O(runs + free blocks).
     */
    public long trim() {
        journal.requireSettled();
        FreePages pages = new FreePages(extent);
        small.release();
        if (!pages.canBeGivenBack()) {
            return 0;
        }
        long[] given = {pages.giveBackBlocks(large.freeSpace())};
        runs.forEach(run -> given[0] += pages.giveBackSlots(run, run.freeBits()));
        return given[0];
    }

    @Override
    public long largestFree() {
        return Math.max(0, large.freeSpace().largestFree() - BlockFormat.HEADER_BYTE_SIZE);
    }
}
