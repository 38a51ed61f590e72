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
 * The general allocator for many threads: what {@link LinkedListAllocator} does, at any time from any thread, platform or
 * virtual. A block may be freed by another thread than the one that allocated it.
 *
 * <p><b>Waiting.</b> Freeing a block of up to 512 bytes waits for nobody. Allocating one waits only when every stripe of
 * the heap is busy, or for a short time when space for more of them is taken from the heap. Larger blocks are handed out
 * and taken back by one thread at a time; a thread that is held up there holds up those who ask for the same, and no
 * others. Nothing is kept for a thread, so threads may come and go in any number. A virtual thread that waits gives its
 * carrier away. An interrupt ends no wait; the flag is still set afterwards.
 *
 * <p><b>Addresses, contents.</b> As in {@link LinkedListAllocator}: aligned to 16 bytes unless another alignment is asked
 * for, never 0; {@link #allocate(long)} gives zeroed memory, the operations on plain addresses zero nothing.
 *
 * <p><b>Misuse.</b> {@code free}, {@code reallocate} and {@link #make} accept exactly the live blocks, whatever bytes the
 * payloads hold, and whatever other threads do at the same moment: of two threads that free the same block one is
 * refused. A plain address, or a second handle from {@code make}, cannot be told from a newer block that lies in the
 * same place with the same length.
 *
 * <p><b>Revocation across threads.</b> A thread that is ordered after a free (that has joined the thread, taken the same
 * lock, or got a message sent later) finds the handle revoked: every access throws {@link IllegalStateException}. A
 * thread that is not ordered after it may get the exception, or read and write the bytes of the range for a while
 * longer, which may belong to another block by then. It never gets outside the range of the handle, and bookkeeping is
 * harmed no more than by any stray store: what is live is not kept there. A handle must be handed to another
 * thread in an orderly way, as any object whose fields are not final.
 *
 * <p>The memory must not be a file: what the slots of a shared heap hold is on the Java heap alone, and could not be
 * found again. See {@link LinkedListAllocator} for files.
 */
public final class SharedAllocator extends HeapAllocator {
    private SharedHeap heap;

    /** The heap that {@code heapIn} makes from {@code base} on. */
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
     * A new heap in all of {@code memory}, growing with it. What the memory holds now is overwritten.
     *
     * @throws IllegalArgumentException if the memory is a file
     * @throws OutOfLinearMemoryException if the memory is empty and cannot grow
     * @throws IllegalStateException if a part of the memory is claimed already, or it is closed
     */
    public static SharedAllocator over(LinearMemory memory) {
        return create(memory, 0);
    }

    /**
     * A new heap from {@code base} to the end of {@code memory}, growing with it. What is there now is overwritten; what
     * lies below {@code base} is left alone.
     *
     * @param base address of the first byte; the memory grows to it if need be
     * @throws IllegalArgumentException if {@code base} is negative, or the memory is a file
     * @throws IndexOutOfBoundsException if {@code base} lies beyond what the memory can grow to
     * @throws OutOfLinearMemoryException if no room is left behind {@code base} for any block
     * @throws IllegalStateException if a part of the range is claimed already, or the memory is closed
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

    /** An arena that threads may share. What it allocates, it allocates for one thread at a time. */
    @Override
    public Arena openArena() {
        return new SharedArena(this);
    }

    /**
     * Makes the heap whole again after a {@link StackOverflowError} or {@link OutOfMemoryError} in the middle of an
     * operation, which the program caught. Where it has cut a change of larger blocks off, every later request of any
     * thread throws {@link IllegalStateException}, which names the error, until this is called. Where it has only cut off
     * the free of a small block, the block is freed, and its place is {@linkplain #lostByteSize() lost} until this is
     * called. Every block whose allocation had returned, and whose free had not begun, is live afterwards, with its
     * contents. Links between free blocks that stray stores have hit are made anew too. O(blocks + slots).
     *
     * <p>Call it while no other thread works with the allocator, and where there is room on the stack and on the Java heap;
     * threads that work with it later must be ordered after this call. Handles stay good, but for one: that of a block of
     * more than 512 bytes whose {@link Memory#free()} or {@link Memory#reallocate(long)} was cut off may be freed or have
     * another length afterwards, or its block have moved to where {@link #map()} shows it, see {@link
     * HeapMap.Area#payloadAddress()}. A block that an operation had taken when it was cut off may stay live, and is shown there
     * too.
     *
     * @throws dev.ashlar.memory.HeapFormatException if the headers of blocks are damaged; nothing has changed then
     * @throws IllegalStateException if the memory is closed
     */
    public void recover() {
        recover(() -> heap = heap.recovered());
    }

    /**
     * Bytes of places for small blocks that errors have taken out of use, see {@link #recover()}: at most one place for each
     * {@link StackOverflowError} or {@link OutOfMemoryError} inside a free. O(slots). Exact if no other thread works here
     * meanwhile; else a place may be counted whose block is allocated or freed at this moment.
     */
    public long lostByteSize() {
        return heap.lostByteSize();
    }

    /**
     * As {@link LinkedListAllocator#trim()}. May be called while other threads work with the allocator: those that ask for
     * blocks of more than 512 bytes wait until the free ones have been gone through. Where much of what small blocks took has
     * become free, it goes back to the heap by itself; to the operating system it goes by this call alone.
     *
     * @return bytes of the pages given back; 0 where nothing is
     * @throws dev.ashlar.memory.HeapDamagedException if a stray store has hit the bookkeeping of a free block
     * @throws IllegalStateException if the memory is closed, or an error has cut a change off
     */
    public long trim() {
        return heap.trim();
    }

    /** Makes every later request fail as the memory does. */
    private void memoryClosed() {
        Watch.closed("SharedAllocator", claim().base(), heap.usedByteSizeInPassing());
        heap.memoryClosed();
    }

    /**
     * {@inheritDoc} Gives empty runs back and walks the heap: O(runs + blocks of more than 512 bytes). Exact if no other
     * thread works here meanwhile; else it is what was seen in passing. The peak is that of the space that runs and
     * larger blocks have covered, which small blocks fill in part: nothing is counted when one of those comes or goes.
     * Places that are {@linkplain #lostByteSize() lost} are no live blocks.
     *
     * @throws IllegalStateException if the memory is closed, the bookkeeping is damaged, or an error has cut a change off
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

    /** Bytes in live blocks, as they were asked for: a walk over the runs. */
    public long usedByteSize() {
        return heap.usedByteSize();
    }

    /** Bytes of memory that the heap holds, bookkeeping and free space included, whether they lie in RAM or not. O(1). */
    public long committedByteSize() {
        return heap.committedByteSize();
    }

    /**
     * What lies where in the heap, for finding out where memory goes. O(blocks). Exact as {@link #stats()} is.
     *
     * @throws IllegalStateException if the memory is closed, or the bookkeeping is damaged
     */
    public HeapMap map() {
        return heap.whileStill(() -> HeapMap.of(heap));
    }

    /** The place of the heap and the bytes of it that are in use, for logs. */
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
