package dev.ashlar.alloc;

import dev.ashlar.alloc.heap.BlockFormat;
import dev.ashlar.alloc.heap.PlainHeap;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The common base of allocators over a heap of blocks: checks requests, makes handles of addresses, explains refusals.
 */
abstract sealed class HeapAllocator extends BlockAllocator permits LinkedListAllocator, SharedAllocator {
    /**
     * The most bytes that are zeroed without asking the heap: no other writer of a file can come in so short a time.
     */
    private static final long SMALL_BYTE_SIZE = 1 << 16;

    /** The byte size of a claim that follows the end of the memory. */
    static final long GROWING = -1;

    /**
     * The handle whose block is being freed or reallocated, for {@link #reconcile}, where one thread at a time does
     * that; otherwise the heap knows it.
     */
    private @Nullable Memory touched;

    private final boolean isShared;

    /** Makes an allocator and claims its range, which follows the end of the memory if {@code byteSize} is negative. */
    HeapAllocator(LinearMemory memory, long base, long byteSize, boolean isShared) {
        super(memory, base, byteSize, byteSize < 0, isShared);
        this.isShared = isShared;
    }

    /** Returns the heap that was made in the claim, and throws if there was no room for one. */
    static <H> H requireRoom(Claim claim, @Nullable H heap) {
        if (heap == null) {
            throw Refusal.noRoom(claim, BlockFormat.MIN_HEAP_BYTE_SIZE, DEFAULT_BYTE_ALIGNMENT, 0);
        }
        return heap;
    }

    abstract PlainHeap heap();

    /** {@inheritDoc} O(1), plus zeroing. */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        return super.allocate(byteSize, byteAlignment);
    }

    /** {@inheritDoc} O(1), plus zeroing; before it returns {@code null} it searches all free blocks. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        // As the superclass does, but without a call whose target the JIT has to guess if there are other allocators.
        checkRequest(byteSize, byteAlignment);
        settle();
        long address = heap().allocate(byteSize, byteAlignment);
        if (address == 0) {
            return null;
        }
        try {
            zeroPayload(address, byteSize);
            return claim.handle(address, byteSize);
        } catch (Throwable failure) {
            unwantedAddress = address;
            settleQuietly();
            throw failure;
        }
    }

    private void zeroPayload(long address, long byteSize) {
        if (byteSize <= SMALL_BYTE_SIZE) {
            ZeroFill.zero(bytes, address, byteSize);
        } else {
            heap().zero(address, byteSize);
        }
    }

    @Override
    protected final long findRoom(long byteSize, long byteAlignment) {
        return heap().allocate(byteSize, byteAlignment);
    }

    @Override
    protected final void cancel(long address, long byteSize) {
        heap().free(address, PlainHeap.ANY_LENGTH);
    }

    /** As {@link #allocateAddress(long, long)}, aligned to 16 bytes. */
    public long allocateAddress(long byteSize) {
        requirePositive(byteSize);
        long address = heap().allocate(byteSize);
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
     * @throws IllegalArgumentException if {@code byteSize} is not positive or {@code byteAlignment} is not a positive
     *     power of two
     * @throws OutOfLinearMemoryException if there is no room and the memory cannot grow enough. It is an exception and
     *     not 0, because an unchecked 0 would be stored to.
     * @throws IllegalStateException if the memory is closed
     */
    public long allocateAddress(long byteSize, long byteAlignment) {
        checkRequest(byteSize, byteAlignment);
        long address = heap().allocate(byteSize, byteAlignment);
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
        if (heap().free(address, PlainHeap.ANY_LENGTH) < 0) {
            throw Refusal.notLive("free", address, claim());
        }
    }

    /** {@inheritDoc} O(1). */
    @Override
    public void freeAddress(long address, long byteSize) {
        requirePositive(byteSize);
        long blockLength = heap().free(address, byteSize);
        if (blockLength != byteSize) {
            throw refused("free", address, byteSize, blockLength);
        }
    }

    /** As {@link #reallocateAddress(long, long, long)}, aligned to 16 bytes. */
    public long reallocateAddress(long address, long newByteSize) {
        return reallocateAddress(address, newByteSize, DEFAULT_BYTE_ALIGNMENT);
    }

    /**
     * Gives the block at {@code address} another length, in place if possible, otherwise by moving it. Its bytes up to
     * the shorter of the two lengths are preserved; bytes gained are <b>not</b> zeroed. Handles to it are not revoked.
     * O(1), plus copying.
     *
     * @param newByteSize bytes, positive
     * @param byteAlignment a positive power of two; the address returned is a multiple of it
     * @return the address of the block now
     * @throws IllegalArgumentException if {@code newByteSize} is not positive or {@code byteAlignment} is not a
     *     positive power of two
     * @throws OutOfLinearMemoryException if there is no room; the block is as before then
     * @throws IllegalStateException if no live block starts there, another thread that shares the allocator frees or
     *     reallocates it at this moment, or the memory is closed; nothing has changed then
     */
    public long reallocateAddress(long address, long newByteSize, long byteAlignment) {
        checkRequest(newByteSize, byteAlignment);
        long length = heap().lengthAt(address);
        if (length < 0) {
            throw Refusal.notLive("reallocate", address, claim());
        }
        return relocate(address, length, newByteSize, byteAlignment);
    }

    /**
     * Makes a handle for exactly a live block: one that starts at {@code offset} and was requested with {@code length}
     * bytes. It is a separate handle: freeing through another one does not revoke it, see {@link Memory}. O(1).
     *
     * @param offset address of the payload in the linear memory
     * @param length bytes that were requested for the block
     * @throws IllegalStateException if there is no such block, or the memory is closed
     */
    public Memory make(long offset, long length) {
        requireLength("make", offset, length);
        return claim().handle(offset, length);
    }

    @Override
    protected final void giveBack(Memory handle) {
        long length = handle.length();
        if (heap().freeSlot(handle.offset(), length) != length) {
            freeWithChange(handle);
        }
    }

    private void freeWithChange(Memory handle) {
        settleHandle();
        long length = handle.length();
        touched = isShared ? null : handle;
        long blockLength = heap().free(handle.offset(), length, handle);
        touched = null;
        if (blockLength != length) {
            throw refused("free", handle.offset(), length, blockLength);
        }
    }

    /** Settles the handle of an operation that an error has cut off, if no other thread can be in the middle of one. */
    private void settleHandle() {
        heap().requireSettled();
        if (touched != null) {
            reconcile(touched);
        }
    }

    /**
     * Gives the block of a handle another length. The block stays where it is if the alignment allows it: shrinking
     * gives back its end, growing takes the free block after it or, at the end of the heap, more memory. Otherwise it
     * moves. O(1), plus zeroing and copying.
     */
    @Override
    protected final Memory resize(Memory handle, long newLength, long byteAlignment) {
        settleHandle();
        long length = handle.length();
        requireLength("reallocate", handle.offset(), length);
        touched = isShared ? null : handle;
        Memory resized = resized(handle, length, newLength, byteAlignment);
        if (resized == null) {
            resized = moved(handle, length, newLength, byteAlignment);
        }
        touched = null;
        return resized;
    }

    /**
     * Resizes a block where it lies, and returns its handle, made before anything is changed; null if that is not
     * possible.
     */
    private @Nullable Memory resized(Memory handle, long length, long newLength, long byteAlignment) {
        long address = handle.offset();
        if (!heap().makeRoom(address, newLength, byteAlignment)) {
            return null;
        }
        Memory resized = claim().handle(address, newLength);
        boolean isOwn = heap().isInSlot(address);
        if (isOwn && newLength > length) {
            zeroPayload(address + length, newLength - length);
        }
        if (!heap().resize(address, length, newLength, byteAlignment, handle)) {
            return null;
        }
        try {
            if (!isOwn && newLength > length) {
                zeroPayload(address + length, newLength - length);
            }
        } catch (Throwable failure) {
            heap().resize(address, newLength, length, byteAlignment);
            throw failure;
        }
        return resized;
    }

    private Memory moved(Memory handle, long length, long newLength, long byteAlignment) {
        long address = handle.offset();
        Memory moved = tryAllocate(newLength, byteAlignment);
        if (moved == null) {
            return shortened(address, length, newLength, byteAlignment);
        }
        boolean isMoved = false;
        try {
            isMoved = heap().move(address, length, moved.offset(), newLength, handle);
        } finally {
            if (!isMoved) {
                heap().giveBack(moved.offset());
            }
        }
        if (!isMoved) {
            throw Refusal.notLive("reallocate", address, claim());
        }
        return moved;
    }

    /** Shortens a block where it lies, because there is no room to move it to. */
    private Memory shortened(long address, long length, long newLength, long byteAlignment) {
        if (newLength > length) {
            throw noRoom(newLength);
        }
        Memory shortened = claim().handle(address, newLength);
        if (!heap().shorten(address, length, newLength, byteAlignment)) {
            throw noRoom(newLength);
        }
        return shortened;
    }

    /**
     * Makes a handle agree with the heap, if its block was being freed or reallocated when an error came: the heap is
     * settled then, but the handle may not be.
     */
    private void reconcile(@Nullable Object subject) {
        long unwanted = unwantedAddress;
        if (unwanted != 0 && heap().lengthAt(unwanted) >= 0) {
            heap().free(unwanted, PlainHeap.ANY_LENGTH);
        }
        // Before another block is allocated there.
        unwantedAddress = 0;
        touched = null;
        if (!(subject instanceof Memory handle) || !handle.isAlive()) {
            return;
        }
        long length = heap().lengthAt(handle.offset());
        if (length < 0) {
            claim().revoke(handle);
        } else if (length != handle.length()) {
            claim().resize(handle, length);
        }
    }

    /** Lets {@code recovery} rebuild the heap, and then reconciles the handle whose operation an error cut off. */
    final void recover(Runnable recovery) {
        Object subject = isShared ? heap().subject() : touched;
        recovery.run();
        reconcile(subject);
    }

    private long relocate(long address, long length, long newLength, long byteAlignment) {
        long moved = heap().reallocate(address, length, newLength, byteAlignment);
        if (moved == 0) {
            throw noRoom(newLength);
        }
        if (moved < 0) {
            throw Refusal.notLive("reallocate", address, claim());
        }
        return moved;
    }

    private void requireLength(String operation, long address, long length) {
        long blockLength = heap().lengthAt(address);
        if (blockLength != length) {
            throw refused(operation, address, length, blockLength);
        }
    }

    private IllegalStateException refused(String operation, long address, long length, long blockLength) {
        return blockLength < 0
                ? Refusal.notLive(operation, address, claim())
                : Refusal.otherLength(operation, address, length, blockLength);
    }

    private OutOfLinearMemoryException noRoom(long byteSize) {
        return noRoom(byteSize, DEFAULT_BYTE_ALIGNMENT);
    }

    @Override
    protected final long largestFreeByteSize(long byteAlignment) {
        return heap().largestFree();
    }
}
