package dev.ashlar.alloc;

import dev.ashlar.alloc.heap.Heap;
import dev.ashlar.alloc.heap.HeapCensus;
import dev.ashlar.alloc.heap.HeapOpening;
import dev.ashlar.alloc.heap.Preamble;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.watch.Watch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The general allocator: blocks of any size, freed and resized one by one, in a heap that grows with its memory.
 *
 * <p>The linear memory itself records which blocks are live and which are free; {@link HeapChecker} walks it.
 * Allocating and freeing take O(1), whatever the number of blocks; only a request that is about to be refused searches
 * first.
 *
 * <p><b>Addresses.</b> Payloads are aligned to 16 bytes unless another alignment is requested. An alignment above
 * {@link LinearMemory#baseAlignment()} applies to the address in linear memory, not to the address in the process.
 * Address 0 is never handed out.
 *
 * <p><b>Contents.</b> {@link #allocate(long)} gives zeroed memory and {@link Memory#reallocate(long)} zeroes the bytes
 * gained. The operations on plain addresses zero nothing.
 *
 * <p><b>Misuse.</b> {@code free}, {@code reallocate} and {@link #make} accept exactly the live blocks, whatever bytes
 * the payloads hold. A block freed twice, an address inside a block or inside the bookkeeping, a wrong length, a handle
 * of another allocator: each is refused with an {@link IllegalStateException}, and the heap is unchanged. A plain
 * address, or a second handle from {@code make}, cannot be distinguished from a newer block with the same address and
 * length.
 *
 * <p><b>Files.</b> A heap in a mapped file has one writer. Once another process has opened it, every change in this
 * process throws {@link IllegalStateException}, permanently.
 *
 * <p><b>Threads.</b> For one thread at a time. Growing the memory by other means while the allocator is in use is
 * allowed; the pages added become part of the heap when they are needed, unless the heap's range is fixed.
 */
public final class LinkedListAllocator extends HeapAllocator {
    private Heap heap;

    /** True once {@link Heap#leave} has been called: only once, since a page of the file may be gone. */
    private boolean hasLeft;

    /**
     * Makes an allocator over the heap that {@code heapIn} makes or opens in the range, which grows if {@code byteSize}
     * is negative.
     */
    LinkedListAllocator(LinearMemory memory, long base, long byteSize, Function<Claim, @Nullable Heap> heapIn) {
        super(memory, base, byteSize, false);
        try {
            this.heap = requireRoom(claim(), heapIn.apply(claim()));
            if (memory.file() != null) {
                memory.addCloseHook(this::leave);
            }
        } catch (Throwable failure) {
            claim().release();
            throw failure;
        }
        claim().whenClosed(this::memoryClosed);
    }

    /** Lets the next writer know that this one will not store anything. */
    private @Nullable Runnable leave() {
        if (!hasLeft) {
            hasLeft = true;
            heap.leave();
        }
        return null;
    }

    private static LinkedListAllocator created(LinearMemory memory, long base, long byteSize) {
        if (byteSize < 0) {
            memory.ensureCapacity(base);
        }
        Preamble found = Preamble.find(memory, base);
        if (memory.file() != null && found != null && found.hasMagic()) {
            throw Refusal.holdsHeap(memory, base);
        }
        return new LinkedListAllocator(memory, base, byteSize, Heap::create);
    }

    /**
     * Makes a heap in all of {@code memory}, growing with it. The contents of the memory are overwritten, unless they
     * are a heap in a file: use {@link #open} or {@link #openOrCreate} for that.
     *
     * @throws OutOfLinearMemoryException if the memory is empty and cannot grow
     * @throws IllegalStateException if a part of the memory is already claimed, or it is closed, or it is a file that
     *     holds a heap
     */
    public static LinkedListAllocator over(LinearMemory memory) {
        return create(memory, 0);
    }

    /**
     * Makes a heap from {@code base} to the end of {@code memory}, growing with it. The contents of the range are
     * overwritten; everything below {@code base} is left alone.
     *
     * @param base address of the first byte; the memory grows to it if necessary
     * @throws IllegalArgumentException if {@code base} is negative
     * @throws IndexOutOfBoundsException if {@code base} lies beyond what the memory can grow to
     * @throws OutOfLinearMemoryException if there is no room behind {@code base} for any block
     * @throws IllegalStateException if a part of the range is already claimed, or the memory is closed, or is a file
     *     that holds a heap there
     */
    public static LinkedListAllocator create(LinearMemory memory, long base) {
        return created(memory, base, -1);
    }

    /**
     * Makes a heap in {@code [base, base + byteSize)}, which never grows. The contents of the range are overwritten.
     *
     * @param base address of the first byte
     * @param byteSize bytes, positive; the range must lie inside the memory as it is now
     * @throws IndexOutOfBoundsException if the range does not lie inside the memory
     * @throws OutOfLinearMemoryException if the range is too small for any block
     * @throws IllegalStateException if a part of the range is already claimed, or the memory is closed, or is a file
     *     that holds a heap there
     */
    public static LinkedListAllocator create(LinearMemory memory, long base, long byteSize) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        return created(memory, base, byteSize);
    }

    /** As {@link #open(LinearMemory, long)}, for the heap at address 0. */
    public static LinkedListAllocator open(LinearMemory memory) {
        return open(memory, 0);
    }

    /**
     * Opens the heap that lies in a mapped file, with all blocks that were live when it was closed, or when the process
     * that had it open was killed. An operation that was interrupted by a kill is completed or undone; a block whose
     * allocation had returned and whose free had not begun is live, with its contents. O(blocks + slots).
     *
     * <p>Use {@link #rootAddress()} to find the data, and {@link #make} to make handles.
     *
     * <p>In a memory that was mapped for reading, the heap is read-only: reading, {@link #make}, {@link #map()}, {@link
     * #stats()} and {@link #rootAddress()} work, everything else throws {@link UnsupportedOperationException}. Open it
     * in this way only while nobody has the file open for writing.
     *
     * <p>A process that opens a heap for writing is its only writer from then on. If another process has it open (a
     * lock prevents that, as long as nobody tampers with the lock file, see {@link LinearMemory#map}), every further
     * change there, {@link #recover()} included, is refused with an {@link IllegalStateException} that says so; in that
     * case this method waits 200 ms for an operation that may be under way there.
     *
     * <p>The heap may lie in any memory, provided it was made in a file.
     *
     * @param base the address at which the heap was made
     * @throws HeapFormatException if no heap is there, or it is damaged, cut short, or of a newer version; the memory
     *     is unchanged then
     * @throws IllegalArgumentException if {@code base} is negative
     * @throws IllegalStateException if a part of the range is already claimed, or the memory is closed
     */
    public static LinkedListAllocator open(LinearMemory memory, long base) {
        if (base < 0) {
            throw new IllegalArgumentException("base of a heap is negative: base=" + base);
        }
        long byteSize = HeapOpening.fixedByteSize(memory, base);
        return new LinkedListAllocator(memory, base, byteSize, HeapOpening::open);
    }

    /**
     * {@linkplain #open(LinearMemory) Opens} the heap at address 0, or makes one if the memory is blank there: in a
     * file that is new, or was new when a process was killed while it made the heap.
     *
     * @throws HeapFormatException if something else is there, as for {@link #open(LinearMemory, long)}
     * @throws OutOfLinearMemoryException if the memory is empty and cannot grow
     * @throws IllegalStateException if a part of the memory is already claimed, or it is closed
     */
    public static LinkedListAllocator openOrCreate(LinearMemory memory) {
        Preamble found = Preamble.find(memory, 0);
        boolean isNew = found == null || found.isBlank();
        return isNew && !memory.whole().isReadOnly() ? over(memory) : open(memory);
    }

    /**
     * The address that was set as the root of the data in the heap, or 0: a program that opens the heap starts reading
     * there. It is stored in the heap, and outlives the process if the heap does. Freeing the block does not change it: set
     * the root to another block, or to 0, before. O(1).
     *
     * @throws IllegalStateException if no live block starts there any more, or the memory is closed
     */
    public long rootAddress() {
        long address = heap.root();
        requireLiveRoot(address);
        return address;
    }

    /**
     * Sets the root, in one store: a program that opens the heap later finds either the old root or this one. O(1).
     *
     * @param address of a live block, or 0 for none
     * @throws IllegalStateException if no live block starts there, or the memory is closed; nothing has changed then
     * @throws UnsupportedOperationException if the memory is read-only
     */
    public void rootAddress(long address) {
        heap.requireChangeable();
        requireLiveRoot(address);
        heap.setRoot(address);
    }

    /**
     * Writes the heap to the disk, as {@link LinearMemory#flush()} does.
     *
     * <p>A heap in a file survives the end of its process without this, even a kill at any moment. After a loss of
     * power, or a crash of the operating system, a heap is certain to open only if nothing was stored in it since the
     * last {@code flush}: later stores reach the disk in any order, and only some of them before the loss. {@link
     * #open} detects most of such damage, but not all.
     *
     * @throws java.io.UncheckedIOException if the disk fails
     * @throws IllegalStateException if the memory is closed, or another writer has opened the heap, or may have
     */
    public void flush() {
        heap.requireWriter();
        claim().memory().flush();
    }

    /**
     * Makes the heap whole again after an error has cut off a change: after a {@link StackOverflowError} or {@link
     * OutOfMemoryError} that the program caught, or after two threads have used it at once. Until then every change
     * throws {@link IllegalStateException}, which names the error. The change that was under way is completed or
     * undone; every block whose allocation had returned, and whose free had not begun, is live, with its contents.
     * Links between free blocks that stray stores have damaged are rebuilt too. O(blocks + slots).
     *
     * <p>Call it where there is room on the stack and on the Java heap. Handles stay valid, except one: the handle of a
     * block whose {@link Memory#reallocate(long)} was under way may have another length afterwards or, if the block has
     * moved, be freed; {@link #map()} shows where the block lies, see {@link HeapMap.Area#payloadAddress()}.
     *
     * <p>A heap that is whole does not change. A read-only heap is left alone.
     *
     * @throws HeapFormatException if the headers of blocks are damaged; nothing has changed then
     * @throws IllegalStateException if the memory is closed, or another writer has opened the heap
     */
    public void recover() {
        recover(() -> heap = heap.recovered());
    }

    /**
     * Gives memory that no block needs back to the operating system: the pages, of 4 KiB on most systems, that lie
     * wholly in free space. For programs after a peak of memory use. Blocks stay where they are, and the heap goes on
     * {@linkplain #committedByteSize() holding} the address space, except in files; later allocations there take pages
     * again, which costs up to a microsecond each. O(free blocks + small blocks).
     *
     * <p>Works for a memory that was {@linkplain LinearMemory#create(long, long) created} with native access, on Linux
     * and macOS. Elsewhere nothing is given back and 0 is returned. A heap in a file returns 0 too, and releases the
     * free space behind its last live block, which {@link #committedByteSize()} shows: the file is cut there when the
     * memory is closed, unless the heap has grown again. A process that has mapped the file for reading gets an {@link
     * InternalError} behind the new end then.
     *
     * @return the bytes of the pages given back, including pages given back earlier and not used since; 0 if there are
     *     none
     * @throws dev.ashlar.memory.HeapDamagedException if a stray store has damaged the bookkeeping of a free block; no
     *     block has changed
     * @throws IllegalStateException if the memory is closed, or an error has cut off a change, see {@link #recover()}
     * @throws UnsupportedOperationException if the memory is read-only
     */
    public long trim() {
        return heap.trim();
    }

    /** Makes every later request fail in the same way as the memory. */
    private void memoryClosed() {
        Watch.closed("LinkedListAllocator", claim().base(), usedByteSize());
        heap.memoryClosed();
    }

    /**
     * {@inheritDoc} Walks the heap: O(runs + blocks of more than 512 bytes).
     *
     * @throws IllegalStateException if the memory is closed, or the bookkeeping is damaged
     */
    @Override
    public AllocatorStats stats() {
        heap.requireSettled();
        HeapCensus census = new HeapCensus(heap);
        return new AllocatorStats(
                usedByteSize(),
                committedByteSize(),
                census.live(),
                peakUsedByteSize(),
                census.largestFree(),
                census.fragmentation(),
                census.liveByByteSize());
    }

    /** The bytes in live blocks, as requested. O(1). */
    public long usedByteSize() {
        return heap.usedByteSize();
    }

    /** The most that {@link #usedByteSize()} has been. O(1). */
    public long peakUsedByteSize() {
        return heap.peakUsedByteSize();
    }

    /**
     * The bytes of memory that the heap holds, bookkeeping and free space included, whether they lie in RAM or not:
     * {@link #trim()} reduces them only in files. {@link LinearMemory#residentByteSize()} tells how much of the whole
     * memory is in RAM. O(1).
     */
    public long committedByteSize() {
        return heap.committedByteSize();
    }

    /**
     * Returns a map of the heap, for finding out what uses memory. O(blocks).
     *
     * @throws IllegalStateException if the memory is closed, or the bookkeeping is damaged
     */
    public HeapMap map() {
        heap.requireSettled();
        return HeapMap.of(heap);
    }

    /** The range of the heap and the number of its bytes in use, for logs. */
    @Override
    public String toString() {
        return "LinkedListAllocator[base=" + claim().base() + ", committed=" + committedByteSize() + ", used="
                + usedByteSize() + ", peak=" + peakUsedByteSize() + "]";
    }

    @Override
    Heap heap() {
        return heap;
    }

    private void requireLiveRoot(long address) {
        if (address != 0 && heap.lengthAt(address) < 0) {
            throw Refusal.rootNotLive(address, claim());
        }
    }
}
