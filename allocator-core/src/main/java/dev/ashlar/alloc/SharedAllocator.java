package dev.ashlar.alloc;

import dev.ashlar.alloc.heap.HeapCensus;
import dev.ashlar.alloc.heap.SharedHeap;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.watch.Watch;
import java.lang.foreign.Arena;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The general allocator for many threads: does what {@link LinkedListAllocator} does, at any time from any thread,
 * platform or virtual. A block may be freed by a thread other than the one that allocated it.
 *
 * <p><b>Waiting.</b> Freeing a block of up to 512 bytes never waits. Allocating one waits only if every stripe of the
 * heap is busy, or for a short time while space for more of them is taken from the heap. Larger blocks are allocated
 * and freed by one thread at a time; a thread that is held up there holds up other threads that allocate or free such
 * blocks, and no others. Nothing is stored for each thread, so threads may come and go in any number. A virtual thread
 * that waits releases its carrier. An interrupt does not end a wait; the flag is still set afterwards.
 *
 * <p><b>Addresses, contents.</b> As in {@link LinkedListAllocator}: aligned to 16 bytes unless another alignment is
 * requested, never 0; {@link #allocate(long)} gives zeroed memory, the operations on plain addresses zero nothing.
 *
 * <p><b>Misuse.</b> {@code free}, {@code reallocate} and {@link #make} accept exactly the live blocks, whatever bytes
 * the payloads hold, and whatever other threads do at the same moment: of two threads that free the same block one is
 * refused. A plain address, or a second handle from {@code make}, cannot be distinguished from a newer block with the
 * same address and length.
 *
 * <p><b>Revocation across threads.</b> A thread that is ordered after a free (that has joined the thread, taken the
 * same lock, or got a message sent later) finds the handle revoked: every access throws {@link IllegalStateException}.
 * A thread that is not ordered after it may get the exception, or go on reading and writing the bytes of the range for
 * a while, which may belong to another block by then. It never leaves the range of the handle, and harms bookkeeping no
 * more than any stray store: the record of live blocks is not there. A handle must be safely published to other
 * threads, like any object whose fields are not final.
 *
 * <p>The memory must not be a file: the states of a shared heap's slots are only on the Java heap, and could not be
 * restored. See {@link LinkedListAllocator} for files.
 */
public final class SharedAllocator extends HeapAllocator {
    private SharedHeap heap;

    /** Makes an allocator over the heap that {@code heapIn} makes from {@code base} on. */
    SharedAllocator(LinearMemory memory, long base, Function<Claim, @Nullable SharedHeap> heapIn) {
        super(memory, base, GROWING, true);
        try {
            this.heap = requireRoom(claim(), heapIn.apply(claim()));
        } catch (Throwable failure) {
            claim().release();
            throw failure;
        }
        claim().whenClosed(this::memoryClosed);
    }

    /**
     * Makes a heap in all of {@code memory}, growing with it. The contents of the memory are overwritten.
     *
     * @throws IllegalArgumentException if the memory is a file
     * @throws OutOfLinearMemoryException if the memory is empty and cannot grow
     * @throws IllegalStateException if a part of the memory is already claimed, or it is closed
     */
    public static SharedAllocator over(LinearMemory memory) {
        return create(memory, 0);
    }

    /**
     * Makes a heap from {@code base} to the end of {@code memory}, growing with it. The contents of the range are
     * overwritten; everything below {@code base} is left alone.
     *
     * @param base address of the first byte; the memory grows to it if necessary
     * @throws IllegalArgumentException if {@code base} is negative, or the memory is a file
     * @throws IndexOutOfBoundsException if {@code base} lies beyond what the memory can grow to
     * @throws OutOfLinearMemoryException if there is no room behind {@code base} for any block
     * @throws IllegalStateException if a part of the range is already claimed, or the memory is closed
     */
    public static SharedAllocator create(LinearMemory memory, long base) {
        if (memory.file() != null) {
            throw new IllegalArgumentException(
                    "a shared heap cannot be kept in a file; use a LinkedListAllocator and a lock: file="
                            + memory.file());
        }
        memory.ensureCapacity(base);
        return new SharedAllocator(memory, base, SharedHeap::create);
    }

    /** Opens an arena that threads may share. It allocates for one thread at a time. */
    @Override
    public Arena openArena() {
        return new SharedArena(this);
    }

    /**
     * Makes the heap whole again after a {@link StackOverflowError} or {@link OutOfMemoryError}, caught by the program,
     * in the middle of an operation. If it has cut off a change of larger blocks, every later request of any thread
     * throws {@link IllegalStateException}, which names the error, until this is called. If it has only cut off the
     * free of a small block, the block is freed, and its slot is {@linkplain #lostByteSize() lost} until this is
     * called. Every block whose allocation had returned, and whose free had not begun, is live afterwards, with its
     * contents. Links between free blocks that stray stores have damaged are rebuilt too. O(blocks + slots).
     *
     * <p>Call it while no other thread uses the allocator, and where there is room on the stack and on the Java heap;
     * threads that use it later must be ordered after this call. Handles stay valid, except one: the handle of a block
     * of more than 512 bytes whose {@link Memory#free()} or {@link Memory#reallocate(long)} was cut off may be freed or
     * have another length afterwards, or its block may have moved to where {@link #map()} shows it, see {@link
     * HeapMap.Area#payloadAddress()}. A block that an operation had already taken when it was cut off may stay live,
     * and is shown there too.
     *
     * @throws dev.ashlar.memory.HeapFormatException if the headers of blocks are damaged; nothing has changed then
     * @throws IllegalStateException if the memory is closed
     */
    public void recover() {
        recover(() -> heap = heap.recovered());
    }

    /**
     * The bytes of slots that errors have put out of use, see {@link #recover()}: at most one slot for each {@link
     * StackOverflowError} or {@link OutOfMemoryError} inside a free. O(slots). Exact if no other thread uses the
     * allocator meanwhile; otherwise a slot whose block is being allocated or freed may be counted.
     */
    public long lostByteSize() {
        return heap.lostByteSize();
    }

    /**
     * As {@link LinkedListAllocator#trim()}. May be called while other threads use the allocator: those that allocate
     * or free blocks of more than 512 bytes wait until the free ones have been visited. Space that many small blocks
     * have freed goes back to the heap automatically, but to the operating system only by this call.
     *
     * @return the bytes of the pages given back; 0 if there are none
     * @throws dev.ashlar.memory.HeapDamagedException if a stray store has damaged the bookkeeping of a free block
     * @throws IllegalStateException if the memory is closed, or an error has cut off a change
     */
    public long trim() {
        return heap.trim();
    }

    /** Makes every later request fail in the same way as the memory. */
    private void memoryClosed() {
        Watch.closed("SharedAllocator", claim().base(), heap.usedByteSizeInPassing());
        heap.memoryClosed();
    }

    /**
     * {@inheritDoc} Gives empty runs back and walks the heap: O(runs + blocks of more than 512 bytes). Exact if no
     * other thread uses the allocator meanwhile, otherwise an approximation. The peak is that of the space covered by
     * runs and larger blocks, which small blocks fill only in part, because small blocks are not counted when they are
     * allocated and freed. Slots that are {@linkplain #lostByteSize() lost} do not count as live blocks.
     *
     * @throws IllegalStateException if the memory is closed, the bookkeeping is damaged, or an error has cut off a
     *     change
     */
    @Override
    public AllocatorStats stats() {
        heap.sweep();
        return heap.whileStill(() -> {
            HeapCensus census = new HeapCensus(heap);
            return new AllocatorStats(
                    heap.usedByteSizeWhileStill(),
                    heap.extent().byteSize(),
                    census.live(),
                    heap.peakOccupiedByteSize(),
                    census.largestFree(),
                    census.fragmentation(),
                    census.liveByByteSize());
        });
    }

    /** The bytes in live blocks, as requested: walks over the runs. */
    public long usedByteSize() {
        return heap.usedByteSize();
    }

    /**
     * The bytes of memory that the heap holds, bookkeeping and free space included, whether they lie in RAM or not.
     * O(1).
     */
    public long committedByteSize() {
        return heap.committedByteSize();
    }

    /**
     * Returns a map of the heap, for finding out what uses memory. O(blocks). As exact as {@link #stats()}.
     *
     * @throws IllegalStateException if the memory is closed, or the bookkeeping is damaged
     */
    public HeapMap map() {
        return heap.whileStill(() -> HeapMap.of(heap));
    }

    /** The range of the heap and the number of its bytes in use, for logs. */
    @Override
    public String toString() {
        return "SharedAllocator[base=" + claim().base() + ", committed=" + committedByteSize() + ", used="
                + usedByteSize() + "]";
    }

    @Override
    SharedHeap heap() {
        return heap;
    }
}
