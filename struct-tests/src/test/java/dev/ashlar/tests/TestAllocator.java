package dev.ashlar.tests;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.AllocatorStats;
import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Owner;
import java.util.HashSet;
import java.util.Set;

/** The least that views and lists need: never reuses a block, and knows which are live. */
public final class TestAllocator implements Allocator, Owner, AutoCloseable {
    private final LinearMemory memory = LinearMemory.create(1, 16);
    private final Claim claim = memory.claim(DEFAULT_BYTE_ALIGNMENT, this);
    private final Set<Long> live = new HashSet<>();
    private long next = DEFAULT_BYTE_ALIGNMENT;

    /** The memory that the blocks lie in. */
    @Override
    public LinearMemory memory() {
        return memory;
    }

    /** How many blocks are allocated and not freed. */
    public int liveBlocks() {
        return live.size();
    }

    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        if (byteSize <= 0) {
            throw new IllegalArgumentException("size is not positive: byteSize=" + byteSize);
        }
        long address = Alignment.alignUp(next, byteAlignment);
        next = address + byteSize;
        if (!memory.ensureCapacity(next)) {
            throw new IllegalStateException("test allocator is full: byteSize=" + byteSize);
        }
        live.add(address);
        return claim.handle(address, byteSize);
    }

    @Override
    public Memory tryAllocate(long byteSize, long byteAlignment) {
        return allocate(byteSize, byteAlignment);
    }

    @Override
    public AllocatorStats stats() {
        return new AllocatorStats(0, memory.byteSize(), live.size(), 0, 0);
    }

    @Override
    public void free(Memory handle) {
        live.remove(handle.offset());
        claim.revoke(handle);
    }

    @Override
    public Memory reallocate(Memory handle, long newLength, long byteAlignment) {
        Memory moved = allocate(newLength, byteAlignment);
        handle.copyTo(0, moved, 0, Math.min(handle.length(), newLength));
        free(handle);
        return moved;
    }

    @Override
    public long defaultByteAlignment() {
        return DEFAULT_BYTE_ALIGNMENT;
    }

    @Override
    public void close() {
        memory.close();
    }
}
