package dev.ashlar.alloc;

import dev.ashlar.alloc.heap.BlockFormat;
import dev.ashlar.alloc.heap.PlainHeap;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * What allocators over a heap of blocks have in common: requests checked, addresses made handles, refusals explained.
 */
abstract sealed class HeapAllocator extends BlockAllocator permits LinkedListAllocator, SharedAllocator {
    /** The most bytes that are zeroed without asking the heap: in a file no writer can come in so short a time. */
    private static final long SMALL_BYTE_SIZE = 1 << 16;

    /** The byte size of a claim that follows the end of the memory. */
    static final long GROWING = -1;

    /**
     * The handle whose block is being freed or reallocated, for {@link #reconcile}, where one thread at a time does that; else the
     * heap knows.
     */
    private @Nullable Memory touched;

    private final boolean isShared;

    /** Claims the range, which follows the end of the memory if {@code byteSize} is negative. */
    HeapAllocator(LinearMemory memory, long base, long byteSize, boolean isShared) {
        super(memory, base, byteSize, byteSize < 0, isShared);
        this.isShared = isShared;
    }

    /** The heap that was made in the claim, or a refusal where it had no room for one. */
    static <H> H requireRoom(Claim claim, @Nullable H heap) {
        if (heap == null) {
            throw Refusal.noRoom(claim, BlockFormat.MIN_HEAP_BYTE_SIZE, 0);
        }
        return heap;
    }

    abstract PlainHeap heap();

    /** {@inheritDoc} O(1), plus zeroing. */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        return super.allocate(byteSize, byteAlignment);
    }

    /** {@inheritDoc} O(1), plus zeroing; before it returns {@code null} it looks at all that is free. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        // What the superclass does, without a call whose target the JIT has to guess where there are other allocators.
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
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
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
     * @throws IllegalArgumentException if {@code byteSize} is not positive or {@code byteAlignment} is no positive power
     *     of two
     * @throws OutOfLinearMemoryException if there is no room and the memory cannot grow enough. It is an exception and
     *     not 0, because the address that is not checked would be stored to.
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
     * Makes a handle for exactly a live block: one that starts at {@code offset} and was asked for with {@code length}
     * bytes. It is a handle of its own: freeing through another one does not revoke it, see {@link Memory}. O(1).
     *
     * @param offset address of the payload in the linear memory
     * @param length bytes that the block was asked for with
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

    /** Settles the handle of an operation that an error has cut off, where no other thread can be in the middle of one. */
    private void settleHandle() {
        heap().requireSettled();
        if (touched != null) {
            reconcile(touched);
        }
    }

    /**
     * Gives the block of a handle another length. The block stays where it is if the alignment allows it: shrinking gives the
     * end back, growing takes the free block after it or, at the end of the heap, more memory. Otherwise it moves. O(1), plus
     * zeroing and copying.
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

    /** The handle of a block that took another length where it lies, or null if it cannot. Made before anything is changed. */
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

    /** For when there is no room to move the block to, which a smaller one does not need. */
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
     * Makes the handle whose block was being freed or reallocated when an error came agree with the heap, where the heap is
     * settled but the handle may not be.
     */
    private void reconcile(@Nullable Object subject) {
        long unwanted = unwantedAddress;
        if (unwanted != 0 && heap().lengthAt(unwanted) >= 0) {
            heap().free(unwanted, PlainHeap.ANY_LENGTH);
        }
        // Before somebody else gets a block there.
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

    /** Lets {@code recovery} make the heap anew, and then puts the handle right that an error has come upon. */
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
