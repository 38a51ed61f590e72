package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.Memory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A heap that threads share, in plain addresses: small blocks lie in runs that belong to stripes, large ones are behind
 * one lock.
 */
public final class SharedHeap implements PlainHeap, WalkedHeap, Survivors.Before {
    /**
     * The number of stripes for each processor: several, since threads are assigned by their number and not by
     * processor.
     */
    private static final int STRIPES_PER_PROCESSOR = 4;

    private static final int MAX_STRIPES = 256;

    static {
        HeapClasses.initialise(
                SizeClasses.class,
                RunShape.class,
                BriefLock.class,
                SharedRun.class,
                RunTable.class,
                SharedRunTable.class,
                SharedRunQueue.class,
                SharedStripe.class,
                SharedSearch.class,
                SharedLargeTier.class,
                Damage.class,
                BlockFormat.class);
    }

    private final Memory bytes;
    private final HeapExtent extent;
    private final BlockFormat format;
    private final SharedLargeTier large;
    private final SharedRunTable runs;
    private final @Nullable SharedStripe[] stripes;
    private final SharedSearch search;
    private final SharedRecovery recovery;

    /** Makes the heap with the caller's large tier and table of runs. */
    SharedHeap(LargeTier large, SharedRunTable runs) {
        this.bytes = large.journal().bytes();
        this.extent = large.extent();
        this.format = large.format();
        this.large = new SharedLargeTier(large, runs, stripeCount());
        this.runs = runs;
        this.stripes = this.large.stripes();
        this.search = new SharedSearch(this.large);
        this.recovery = new SharedRecovery(this.large);
    }

    /** Writes an empty heap into the claimed range; returns null if the range is too small and cannot grow. */
    public static @Nullable SharedHeap create(Claim claim) {
        HeapExtent extent = HeapExtent.of(claim);
        if (extent == null) {
            return null;
        }
        Preamble preamble = new Preamble(claim.memory(), extent.start());
        LargeTier large = new LargeTier(extent, new PlainJournal(preamble));
        large.writeEmpty();
        return new SharedHeap(large, new SharedRunTable());
    }

    /**
     * Rebuilds the heap from its contents, see {@link SharedRecovery}; this one must not be used again.
     *
     * @throws dev.ashlar.memory.HeapFormatException if headers are damaged; nothing has changed then
     */
    public SharedHeap recovered() {
        return recovery.recovered(this);
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

    @Override
    public BlockIndex handedOut() {
        return large.large().blockIndex();
    }

    @Override
    public Journal journal() {
        return large.large().journal();
    }

    @Override
    public @Nullable SlotRun knownAt(long address) {
        return runs.hiddenAt(address);
    }

    SharedLargeTier large() {
        return large;
    }

    SharedRunTable runs() {
        return runs;
    }

    @Override
    public long allocate(long length, long alignment) {
        return allocate(SizeClasses.of(length, alignment), length, alignment);
    }

    @Override
    public long allocate(long length) {
        return allocate(SizeClasses.of(length), length, BlockFormat.GRANULE_BYTE_SIZE);
    }

    private long allocate(int sizeClass, long length, long alignment) {
        if (sizeClass == 0) {
            return search.allocateLarge(length, alignment);
        }
        int home = home();
        SharedStripe stripe = stripes[home];
        long address = stripe == null ? 0 : stripe.allocateFromCurrent(sizeClass, length);
        return address > 0 ? address : search.allocate(sizeClass, length, alignment, home);
    }

    @Override
    public void requireSettled() {}

    @Override
    public long freeSlot(long address, long length) {
        return runs.at(address) == null ? NEEDS_CHANGE : free(address, length);
    }

    @Override
    public long free(long address, long length) {
        return free(address, length, null);
    }

    @Override
    public long free(long address, long length, @Nullable Object handle) {
        SharedRun run = runs.at(address);
        if (run == null) {
            return large.free(address, length, handle);
        }
        int slot = run.slotStartingAt(address);
        long found = slot < 0 ? -1 : run.claim(slot, length);
        if (found >= 0 && (found == length || length == PlainHeap.ANY_LENGTH)) {
            try {
                run.queue.stripe.release(run, slot);
            } catch (StackOverflowError | OutOfMemoryError lost) {
                // The block is freed, which the caller must learn. Its slot is lost until the heap is recovered.
            }
        }
        return found;
    }

    @Override
    public long lengthAt(long address) {
        SharedRun run = runs.at(address);
        if (run == null) {
            return large.lengthAt(address);
        }
        int slot = run.slotStartingAt(address);
        return slot < 0 ? -1 : run.lengthAt(slot);
    }

    @Override
    public @Nullable Object subject() {
        return journal().subject;
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
        SharedRun run = runs.at(address);
        return run == null ? large.makeRoom(address, newLength) : SizeClasses.isTold(run.slotByteSize - newLength);
    }

    @Override
    public boolean resize(long address, long length, long newLength, long alignment) {
        return resize(address, length, newLength, alignment, null);
    }

    @Override
    public boolean resize(long address, long length, long newLength, long alignment, @Nullable Object handle) {
        return (address & (alignment - 1)) == 0 && resize(address, length, newLength, handle);
    }

    @Override
    public boolean shorten(long address, long length, long newLength, long alignment) {
        SharedRun run = runs.at(address);
        if (run == null || newLength >= length || (address & (alignment - 1)) != 0) {
            return false;
        }
        int slot = run.slotStartingAt(address);
        return slot >= 0 && run.resize(slot, length, newLength);
    }

    /** {@inheritDoc} If an error cuts off the move, {@link #recovered} frees one of the two blocks. */
    @Override
    public boolean move(long address, long length, long newAddress, long newLength) {
        return move(address, length, newAddress, newLength, null);
    }

    @Override
    public boolean move(long address, long length, long newAddress, long newLength, @Nullable Object handle) {
        try {
            bytes.copyTo(address, bytes, newAddress, Math.min(length, newLength));
            return free(address, length, handle) == length;
        } catch (Throwable failure) {
            recovery.noteMove(address, newAddress);
            throw failure;
        }
    }

    /** {@inheritDoc} A block that was allocated for a move is given back if the move fails. */
    @Override
    public long reallocate(long address, long length, long newLength, long alignment) {
        if (resize(address, length, newLength, alignment)) {
            return address;
        }
        long moved = allocate(newLength, alignment);
        if (moved == 0) {
            if (shorten(address, length, newLength, alignment)) {
                return address;
            }
            return lengthAt(address) == length ? 0 : -1;
        }
        boolean isMoved = false;
        try {
            isMoved = move(address, length, moved, newLength);
        } finally {
            if (!isMoved && !large.isStopped()) {
                free(moved, newLength);
            }
        }
        return isMoved ? moved : -1;
    }

    /**
     * Makes every later request go to the memory, which refuses it. Takes no lock, since other threads may hold them.
     */
    public void memoryClosed() {
        large.stop();
    }

    /** The bytes in live blocks, as requested: walks over the runs. */
    public long usedByteSize() {
        large.lock.lock();
        try {
            return large.usedByteSize() + smallUsedByteSize();
        } finally {
            large.lock.held = false;
        }
    }

    /** As {@link #usedByteSize}, but never waits, and is exact only if no other thread uses the heap. */
    public long usedByteSizeInPassing() {
        return large.usedByteSize() + smallUsedByteSize();
    }

    /** The bytes that the heap holds. */
    public long committedByteSize() {
        large.lock.lock();
        try {
            return extent.byteSize();
        } finally {
            large.lock.held = false;
        }
    }

    @Override
    public void zero(long address, long byteSize) {
        bytes.fill(address, 0, byteSize);
    }

    /**
     * As {@link Heap#trim}. Holds the lock of the large tier, and in addition that of one stripe after the other, until
     * it is done; meanwhile nobody can take free slots.
     */
    public long trim() {
        FreePages pages = new FreePages(extent);
        if (!pages.canBeGivenBack()) {
            return 0;
        }
        large.sweep();
        long given = whileStill(() -> pages.giveBackBlocks(large.large().freeSpace()));
        for (SharedStripe stripe : stripes) {
            if (stripe != null) {
                given += stripe.trim(pages);
            }
        }
        return given;
    }

    /** Gives empty runs back to the large tier. */
    public void sweep() {
        large.sweep();
    }

    /** Returns the result of a walk over the heap, while nothing changes its blocks of more than 512 bytes. */
    public <T> T whileStill(Supplier<T> walk) {
        large.lock.lock();
        try {
            large.requireSettled();
            return walk.get();
        } finally {
            large.lock.held = false;
        }
    }

    /** As {@link #usedByteSize()}, for {@link #whileStill}. */
    public long usedByteSizeWhileStill() {
        return large.usedByteSize() + smallUsedByteSize();
    }

    /** The most bytes that runs and larger blocks have covered, for {@link #whileStill}. */
    public long peakOccupiedByteSize() {
        return large.peakOccupiedByteSize();
    }

    private long smallUsedByteSize() {
        SmallUsage small = new SmallUsage();
        runs.forEach(small::add);
        return small.byteSize;
    }

    /** The bytes of slots that errors have lost: walks over the runs. */
    public long lostByteSize() {
        SmallUsage small = new SmallUsage();
        runs.forEach(small::addLost);
        return small.byteSize;
    }

    private static final class SmallUsage {
        private long byteSize;

        private void addLost(SharedRun run) {
            byteSize += (long) run.lostSlots() * run.slotByteSize;
        }

        private void add(SharedRun run) {
            for (int slot = 0; slot < run.states.length; slot++) {
                byteSize += Math.max(0, run.lengthAt(slot));
            }
        }
    }

    @Override
    public long largestFree() {
        large.lock.lock();
        try {
            return Math.max(0, large.large().freeSpace().largestFree() - BlockFormat.HEADER_BYTE_SIZE);
        } finally {
            large.lock.held = false;
        }
    }

    private static int stripeCount() {
        int wanted = STRIPES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        return Math.min(MAX_STRIPES, Integer.highestOneBit(2 * wanted - 1));
    }

    /**
     * The stripe of the current thread. Threads that were started one after the other, like those of a pool, get
     * different stripes.
     */
    private int home() {
        return (int) Thread.currentThread().threadId() & (stripes.length - 1);
    }

    private boolean resize(long address, long length, long newLength, @Nullable Object handle) {
        SharedRun run = runs.at(address);
        if (run == null) {
            return large.resize(address, length, newLength, handle);
        }
        int slot = run.slotStartingAt(address);
        return slot >= 0 && SizeClasses.isTold(run.slotByteSize - newLength) && run.resize(slot, length, newLength);
    }
}
