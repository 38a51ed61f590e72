package dev.ashlar.alloc;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.watch.Watch;

/** The exceptions for requests that allocators refuse, kept out of the code that checks, so that it stays small. */
final class Refusal {
    private Refusal() {}

    static IllegalArgumentException byteSize(long byteSize) {
        return new IllegalArgumentException("size of a block is not positive: byteSize=" + byteSize);
    }

    static OutOfLinearMemoryException noRoom(Claim claim, long byteSize, long byteAlignment, long largestFreeByteSize) {
        LinearMemory memory = claim.memory();
        long maxByteSize = memory.maxPages() * LinearMemory.PAGE_BYTE_SIZE;
        Watch.refused(byteSize, largestFreeByteSize, memory.byteSize(), maxByteSize);
        return new OutOfLinearMemoryException(
                byteSize,
                byteAlignment,
                largestFreeByteSize,
                claim.isGrowing() ? -1 : claim.end() - claim.base(),
                memory.byteSize(),
                maxByteSize,
                claim.isGrowing() ? memory.growthFailure() : null,
                memory.file());
    }

    /** The exception for an {@code address} at which no live block starts. */
    static IllegalStateException notLive(String operation, long address, Claim claim) {
        if (claim.memory().isClosed()) {
            return new IllegalStateException(operation + " in memory that is closed: address=" + address);
        }
        return new IllegalStateException(operation + " of an address that starts no live block: address=" + address
                + " heapBase=" + claim.base() + " heapEnd=" + claim.end());
    }

    /** The exception for an {@code address} at which a live block of another length starts. */
    static IllegalStateException otherLength(String operation, long address, long length, long blockLength) {
        return new IllegalStateException(operation + " of a block with another length: address=" + address + " length="
                + length + " blockLength=" + blockLength);
    }

    /** The exception for making a heap where there already is one. */
    static IllegalStateException holdsHeap(LinearMemory memory, long base) {
        return new IllegalStateException("file holds a heap already: open it, or delete the file to start anew: file="
                + memory.file() + " base=" + base);
    }

    static IllegalStateException rootNotLive(long address, Claim claim) {
        return new IllegalStateException(
                "root is not a live block; set it to the address of one, or to 0 for none: address=" + address
                        + " heapBase=" + claim.base() + " heapEnd=" + claim.end());
    }

    static IllegalStateException otherOwner(String operation, Memory handle, Claim claim) {
        return new IllegalStateException(operation + " of a handle that this allocator did not make: offset="
                + handle.offset() + " heapBase=" + claim.base() + " heapEnd=" + claim.end());
    }
}
