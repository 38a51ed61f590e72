package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Owner;
import dev.ashlar.watch.Watch;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/**
 * The general allocator for many threads: what {@link LinkedListAllocator} does, at any time from any thread, platform or
 * virtual. A block may be freed by another thread than the one that allocated it.
 *
 * <p><b>Waiting.</b> Freeing a block of up to 512 bytes waits for nobody. Allocating one waits only when every stripe of
 * the heap is busy, or for a short time when space for more of them is taken from the heap. Larger blocks are handed out
 * and taken back by one thread at a time; a thread that is held up there holds up those who ask for the same, and no
 * others. Nothing is kept for a thread, so threads may come and go in any number.
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
public final class SharedAllocator implements Allocator, Owner {
    private final Claim claim;
    private final Memory bytes;
    private final SharedHeap heap;

    private SharedAllocator(LinearMemory memory, long base) {
        if (memory.file() != null) {
            throw new IllegalArgumentException(
                    "a shared heap cannot be kept in a file; use a LinkedListAllocator and a lock: file="
                            + memory.file());
        }
        memory.ensureCapacity(base);
        this.claim = memory.claim(base, this);
        this.bytes = memory.whole();
        try {
            this.heap = new SharedHeap(claim);
        } catch (OutOfLinearMemoryException noRoom) {
            claim.release();
            throw noRoom;
        }
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
        return new SharedAllocator(memory, base);
    }

    /** {@inheritDoc} O(1), plus zeroing. */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        Memory handle = tryAllocate(byteSize, byteAlignment);
        if (handle == null) {
            throw noRoom(byteSize);
        }
        return handle;
    }

    /** {@inheritDoc} O(1), plus zeroing; before it returns {@code null} it gathers what all stripes have free. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        checkRequest(byteSize, byteAlignment);
        long address = heap.allocate(byteSize, byteAlignment);
        if (address == 0) {
            return null;
        }
        ZeroFill.zero(bytes, address, byteSize);
        return claim.handle(address, byteSize);
    }

    /** As {@link #allocateAddress(long, long)}, aligned to 16 bytes. */
    public long allocateAddress(long byteSize) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        long address = heap.allocate(byteSize);
        if (address == 0) {
            throw noRoom(byteSize);
        }
        return address;
    }

    /**
     * Allocates a block and returns the plain address of its payload, never 0. Makes no object. The payload is
     * <b>not</b> zeroed. O(1).
     *
     * @param byteSize bytes, positive
     * @param byteAlignment a positive power of two; the address is a multiple of it
     * @throws IllegalArgumentException if {@code byteSize} is not positive or {@code byteAlignment} is no positive power
     *     of two
     * @throws OutOfLinearMemoryException if there is no room and the memory cannot grow enough
     * @throws IllegalStateException if the memory is closed
     */
    public long allocateAddress(long byteSize, long byteAlignment) {
        checkRequest(byteSize, byteAlignment);
        long address = heap.allocate(byteSize, byteAlignment);
        if (address == 0) {
            throw noRoom(byteSize);
        }
        return address;
    }

    /**
     * Frees the live block whose payload starts at {@code address}. Handles to it are not revoked. O(1).
     *
     * @throws IllegalStateException if no live block starts there, or the memory is closed; nothing has changed then
     */
    public void freeAddress(long address) {
        if (heap.free(address, Heap.ANY_LENGTH) < 0) {
            throw Refusal.notLive("free", address, claim);
        }
    }

    /** As {@link #reallocateAddress(long, long, long)}, aligned to 16 bytes. */
    public long reallocateAddress(long address, long newByteSize) {
        return reallocateAddress(address, newByteSize, DEFAULT_BYTE_ALIGNMENT);
    }

    /**
     * Gives the block at {@code address} another length, in place where that is possible, else by moving it. Its bytes
     * up to the shorter of the two lengths are kept; bytes gained are <b>not</b> zeroed. Handles to it are not revoked.
     * O(1), plus copying.
     *
     * @param newByteSize bytes, positive
     * @param byteAlignment a positive power of two; the address returned is a multiple of it
     * @return where the block lies now
     * @throws IllegalArgumentException if {@code newByteSize} is not positive or {@code byteAlignment} is no positive
     *     power of two
     * @throws OutOfLinearMemoryException if there is no room; the block is as before then
     * @throws IllegalStateException if no live block starts there, another thread frees or reallocates it at this moment,
     *     or the memory is closed; nothing has changed then
     */
    public long reallocateAddress(long address, long newByteSize, long byteAlignment) {
        checkRequest(newByteSize, byteAlignment);
        long length = heap.lengthAt(address);
        if (length < 0) {
            throw Refusal.notLive("reallocate", address, claim);
        }
        return relocate(address, length, newByteSize, byteAlignment);
    }

    /**
     * Makes a handle for exactly a live block: one that starts at {@code offset} and was asked for with {@code length}
     * bytes. It is a handle of its own: freeing through another one does not revoke it, see {@link Memory}. O(1).
     *
     * @param offset address of the payload in the linear memory
     * @param length bytes that the block was asked for with
     * @throws IllegalStateException if there is no such block, or the memory is closed
     */
    public Memory make(long offset, long length) {
        requireLength("make", offset, length);
        return claim.handle(offset, length);
    }

    /** {@inheritDoc} O(1). Of several threads that free one handle, one succeeds. */
    @Override
    public void free(Memory handle) {
        if (!claim.owns(handle)) {
            throw Refusal.otherOwner("free", handle, claim);
        }
        // Whoever comes second here finds the handle revoked, even if the block's place has a new one already.
        synchronized (handle) {
            long length = handle.length();
            long blockLength = heap.free(handle.offset(), length);
            if (blockLength != length) {
                throw refused("free", handle.offset(), length, blockLength);
            }
            claim.revoke(handle);
        }
    }

    /**
     * {@inheritDoc} The block stays where it is if the alignment allows it and there is room, else it moves. Bytes gained
     * are zero. O(1), plus zeroing and copying.
     *
     * @throws IllegalArgumentException if {@code newLength} is not positive or {@code byteAlignment} is no positive
     *     power of two
     * @throws OutOfLinearMemoryException if there is no room; the block and its handle are as before then
     */
    @Override
    public Memory reallocate(Memory handle, long newLength, long byteAlignment) {
        checkRequest(newLength, byteAlignment);
        if (!claim.owns(handle)) {
            throw Refusal.otherOwner("reallocate", handle, claim);
        }
        synchronized (handle) {
            long length = handle.length();
            requireLength("reallocate", handle.offset(), length);
            long address = relocate(handle.offset(), length, newLength, byteAlignment);
            if (newLength > length) {
                ZeroFill.zero(bytes, address + length, newLength - length);
            }
            Memory resized = claim.handle(address, newLength);
            claim.revoke(handle);
            return resized;
        }
    }

    /** An arena that threads may share. What it allocates, it allocates for one thread at a time. */
    @Override
    public Arena openArena() {
        return new SharedArena(this);
    }

    /** Makes every later request fail as the memory does. */
    @Override
    public void memoryClosed() {
        heap.memoryClosed();
        Watch.closed("SharedAllocator", claim.base(), heap.usedByteSizeInPassing());
    }

    /** 16 bytes. */
    @Override
    public long defaultByteAlignment() {
        return DEFAULT_BYTE_ALIGNMENT;
    }

    @Override
    public LinearMemory memory() {
        return claim.memory();
    }

    /**
     * {@inheritDoc} Gives empty runs back and walks the heap: O(runs + blocks of more than 512 bytes). Exact if no other
     * thread works here meanwhile; else it is what was seen in passing. The peak is that of the space that runs and
     * larger blocks have covered, which small blocks fill in part: nothing is counted when one of those comes or goes.
     *
     * @throws IllegalStateException if the memory is closed, or the bookkeeping is damaged
     */
    @Override
    public AllocatorStats stats() {
        return heap.stats();
    }

    /** Bytes in live blocks, as they were asked for: a walk over the runs. */
    public long usedByteSize() {
        return heap.usedByteSize();
    }

    /** Bytes of memory that the heap holds, bookkeeping and free space included. O(1). */
    public long committedByteSize() {
        return heap.committedByteSize();
    }

    /**
     * What lies where in the heap, for finding out where memory goes. O(blocks). Exact as {@link #stats()} is.
     *
     * @throws IllegalStateException if the memory is closed, or the bookkeeping is damaged
     */
    public HeapMap map() {
        return heap.map();
    }

    /** Where the heap lies and how much of it is in use, for logs. */
    @Override
    public String toString() {
        return "SharedAllocator[base=" + claim.base() + ", committed=" + committedByteSize() + ", used="
                + usedByteSize() + "]";
    }

    SharedHeap heap() {
        return heap;
    }

    private static void checkRequest(long byteSize, long byteAlignment) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        Alignment.requireValid(byteAlignment);
    }

    private long relocate(long address, long length, long newLength, long byteAlignment) {
        long moved = heap.reallocate(address, length, newLength, byteAlignment);
        if (moved == 0) {
            throw noRoom(newLength);
        }
        if (moved < 0) {
            throw Refusal.notLive("reallocate", address, claim);
        }
        return moved;
    }

    private void requireLength(String operation, long address, long length) {
        long blockLength = heap.lengthAt(address);
        if (blockLength != length) {
            throw refused(operation, address, length, blockLength);
        }
    }

    private IllegalStateException refused(String operation, long address, long length, long blockLength) {
        return blockLength < 0
                ? Refusal.notLive(operation, address, claim)
                : Refusal.otherLength(operation, address, length, blockLength);
    }

    private OutOfLinearMemoryException noRoom(long byteSize) {
        return Refusal.noRoom(claim, byteSize, heap.largestFree());
    }
}
