package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.Memory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A heap that threads share, in plain addresses: small blocks in runs that belong to stripes, large ones behind one lock.
 */
public final class SharedHeap implements PlainHeap, WalkedHeap {
    /** Several for each processor, since threads are spread over them by number and not by where they run. */
    private static final int STRIPES_PER_PROCESSOR = 4;

    private static final int MAX_STRIPES = 256;

    private final Memory bytes;
    private final HeapExtent extent;
    private final BlockFormat format;
    private final SharedLargeTier large;
    private final SharedRunTable runs;
    private final SharedStripe[] stripes;
    private volatile boolean closed;

    private SharedHeap(LargeTier large) {
        this.bytes = large.journal().bytes();
        this.extent = large.extent();
        this.format = large.format();
        this.large = new SharedLargeTier(large, stripeCount());
        this.runs = this.large.table();
        this.stripes = this.large.stripes();
    }

    /** Writes an empty heap into the claimed range; returns null if that is too small and cannot grow. */
    public static @Nullable SharedHeap create(Claim claim) {
        HeapExtent extent = HeapExtent.of(claim);
        if (extent == null) {
            return null;
        }
        Preamble preamble = new Preamble(claim.memory().whole(), extent.start());
        LargeTier large = new LargeTier(extent, new PlainJournal(preamble));
        large.writeEmpty();
        return new SharedHeap(large);
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
        if (sizeClass == 0 || closed) {
            return allocateLarge(length, alignment);
        }
        int home = home();
        long address = stripes[home].allocateFromCurrent(sizeClass, length);
        return address > 0 ? address : allocateSlowly(sizeClass, length, alignment, home);
    }

    @Override
    public void requireSettled() {}

    @Override
    public long freeSlot(long address, long length) {
        return free(address, length);
    }

    @Override
    public long free(long address, long length) {
        SharedRun run = runs.at(address);
        if (run == null || closed) {
            return large.free(address, length);
        }
        int slot = run.slotStartingAt(address);
        long found = slot < 0 ? -1 : run.claim(slot, length);
        if (found >= 0 && (found == length || length == PlainHeap.ANY_LENGTH)) {
            run.stripe.release(run, slot);
        }
        return found;
    }

    @Override
    public long lengthAt(long address) {
        SharedRun run = runs.at(address);
        if (run == null || closed) {
            return large.lengthAt(address);
        }
        int slot = run.slotStartingAt(address);
        return slot < 0 ? -1 : run.lengthAt(slot);
    }

    @Override
    public boolean makeRoom(long address, long newLength, long alignment) {
        if ((address & (alignment - 1)) != 0) {
            return false;
        }
        SharedRun run = runs.at(address);
        return (run == null || closed)
                ? large.makeRoom(address, newLength)
                : SizeClasses.isTold(run.slotByteSize - newLength);
    }

    @Override
    public boolean resize(long address, long length, long newLength, long alignment) {
        return (address & (alignment - 1)) == 0 && resize(address, length, newLength);
    }

    @Override
    public boolean shorten(long address, long length, long newLength, long alignment) {
        return false;
    }

    @Override
    public boolean move(long address, long length, long newAddress, long newLength) {
        bytes.copyTo(address, bytes, newAddress, Math.min(length, newLength));
        return free(address, length) == length;
    }

    /** Makes every later request go to the memory, which refuses. Takes no lock: threads may hold them. */
    public void memoryClosed() {
        closed = true;
    }

    /** Bytes in live blocks, as they were asked for: a walk over the runs. */
    public long usedByteSize() {
        large.lock().lock();
        try {
            return large.usedByteSize() + smallUsedByteSize();
        } finally {
            large.lock().unlock();
        }
    }

    /** As {@link #usedByteSize}, but waits for nobody, and is exact only if no other thread works here. */
    public long usedByteSizeInPassing() {
        return large.usedByteSize() + smallUsedByteSize();
    }

    /** Bytes that the heap holds. */
    public long committedByteSize() {
        large.lock().lock();
        try {
            return extent.byteSize();
        } finally {
            large.lock().unlock();
        }
    }

    /** Gives empty runs back to the large tier. */
    public void sweep() {
        large.sweep();
    }

    /** What a walk over the heap finds, while nothing changes its blocks of more than 512 bytes. */
    public <T> T whileStill(Supplier<T> walk) {
        large.lock().lock();
        try {
            return walk.get();
        } finally {
            large.lock().unlock();
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

    private static final class SmallUsage {
        private long byteSize;

        private void add(SharedRun run) {
            for (int slot = 0; slot < run.states.length; slot++) {
                byteSize += Math.max(0, run.lengthAt(slot));
            }
        }
    }

    @Override
    public long largestFree() {
        large.lock().lock();
        try {
            return Math.max(0, large.large().freeSpace().largestFree() - BlockFormat.HEADER_BYTE_SIZE);
        } finally {
            large.lock().unlock();
        }
    }

    private static int stripeCount() {
        int wanted = STRIPES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        return Math.min(MAX_STRIPES, Integer.highestOneBit(2 * wanted - 1));
    }

    /** Threads that were started one after the other, as those of a pool are, get different stripes. */
    private int home() {
        return (int) Thread.currentThread().threadId() & (stripes.length - 1);
    }

    private long allocateSlowly(int sizeClass, long length, long alignment, int home) {
        long address = allocateWithoutWaiting(sizeClass, length, home);
        if (address == SharedStripe.BUSY) {
            address = stripes[home].allocate(sizeClass, length);
        }
        if (address == 0) {
            address = large.allocate(length, alignment);
        }
        return address == 0 ? allocatePatiently(sizeClass, length, alignment) : address;
    }

    /**
     * Tries the stripe of the thread; where another thread is in the way, what the other stripes have at hand, and then
     * their locks.
     */
    private long allocateWithoutWaiting(int sizeClass, long length, int home) {
        long address = stripes[home].tryAllocate(sizeClass, length);
        for (int i = 1; address == SharedStripe.BUSY && i < stripes.length; i++) {
            address = stripe(home + i).allocateFromCurrent(sizeClass, length);
            address = address == 0 ? SharedStripe.BUSY : address;
        }
        for (int i = 1; address == SharedStripe.BUSY && i < stripes.length; i++) {
            address = stripe(home + i).tryAllocate(sizeClass, length);
        }
        return address;
    }

    private SharedStripe stripe(int number) {
        return stripes[number & (stripes.length - 1)];
    }

    /** Before a small request is refused: has every empty run given back and looks for a slot everywhere. */
    private long allocatePatiently(int sizeClass, long length, long alignment) {
        large.sweep();
        long address = 0;
        for (int i = 0; address == 0 && i < stripes.length; i++) {
            address = stripes[i].allocate(sizeClass, length);
        }
        return address == 0 ? large.allocate(length, alignment) : address;
    }

    private long allocateLarge(long length, long alignment) {
        long address = large.allocate(length, alignment);
        if (address == 0) {
            large.sweep();
            address = large.allocate(length, alignment);
        }
        return address;
    }

    private boolean resize(long address, long length, long newLength) {
        SharedRun run = runs.at(address);
        if (run == null || closed) {
            return large.resize(address, length, newLength);
        }
        long slack = run.slotByteSize - newLength;
        int slot = run.slotStartingAt(address);
        return slot >= 0 && slack >= 0 && slack <= SizeClasses.MAX_SLACK && run.resize(slot, length, newLength);
    }
}
