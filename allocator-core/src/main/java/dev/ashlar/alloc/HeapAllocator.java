package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Owner;
import org.jspecify.annotations.Nullable;

/**
 * What allocators over a heap of blocks have in common: requests checked, addresses made handles, refusals explained.
 */
abstract sealed class HeapAllocator implements Allocator, Owner permits LinkedListAllocator, SharedAllocator {
    /** The byte size of a claim that follows the end of the memory. */
    static final long GROWING = -1;

    private final Claim claim;
    private final Memory bytes;

    /** Claims the range, which follows the end of the memory if {@code byteSize} is negative. */
    HeapAllocator(LinearMemory memory, long base, long byteSize) {
        this.claim = byteSize < 0 ? memory.claim(base, this) : memory.claim(base, byteSize, this);
        this.bytes = memory.whole();
    }

    abstract PlainHeap heap();

    final Claim claim() {
        return claim;
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

    /** {@inheritDoc} O(1), plus zeroing; before it returns {@code null} it looks at all that is free. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        checkRequest(byteSize, byteAlignment);
        long address = heap().allocate(byteSize, byteAlignment);
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
     * @throws IllegalStateException if no live block starts there, another thread that shares the allocator frees or
     *     reallocates it at this moment, or the memory is closed; nothing has changed then
     */
    public long reallocateAddress(long address, long newByteSize, long byteAlignment) {
        checkRequest(newByteSize, byteAlignment);
        long length = heap().lengthAt(address);
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

    /** {@inheritDoc} O(1). Of several threads that free one handle of a {@link SharedAllocator}, one succeeds. */
    @Override
    public void free(Memory handle) {
        if (!claim.owns(handle)) {
            throw Refusal.otherOwner("free", handle, claim);
        }
        freeOwn(handle);
    }

    /** Frees the block of a handle that this allocator made. */
    void freeOwn(Memory handle) {
        long length = handle.length();
        long blockLength = heap().free(handle.offset(), length);
        if (blockLength != length) {
            throw refused("free", handle.offset(), length, blockLength);
        }
        claim.revoke(handle);
    }

    /**
     * {@inheritDoc} The block stays where it is if the alignment allows it: shrinking gives the end back, growing takes
     * the free block after it or, at the end of the heap, more memory. Otherwise it moves. Bytes gained are zero. O(1),
     * plus zeroing and copying.
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
        return reallocateOwn(handle, newLength, byteAlignment);
    }

    /** Gives the block of a handle that this allocator made another length. */
    Memory reallocateOwn(Memory handle, long newLength, long byteAlignment) {
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

    /** 16 bytes. */
    @Override
    public long defaultByteAlignment() {
        return DEFAULT_BYTE_ALIGNMENT;
    }

    @Override
    public LinearMemory memory() {
        return claim.memory();
    }

    private static void checkRequest(long byteSize, long byteAlignment) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        Alignment.requireValid(byteAlignment);
    }

    private long relocate(long address, long length, long newLength, long byteAlignment) {
        long moved = heap().reallocate(address, length, newLength, byteAlignment);
        if (moved == 0) {
            throw noRoom(newLength);
        }
        if (moved < 0) {
            throw Refusal.notLive("reallocate", address, claim);
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
                ? Refusal.notLive(operation, address, claim)
                : Refusal.otherLength(operation, address, length, blockLength);
    }

    private OutOfLinearMemoryException noRoom(long byteSize) {
        return Refusal.noRoom(claim, byteSize, heap().largestFree());
    }
}
