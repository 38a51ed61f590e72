package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;

/** Bytes on the heap from an operating system that gives no more than it wants to. */
final class RefusingBacking implements Backing {
    private final HeapBacking bytes;

    /** The most bytes that are given; a commit beyond is refused. */
    long limit;

    int commits;
    boolean closed;

    RefusingBacking(long maxPages, long limitPages) {
        this.bytes = new HeapBacking(maxPages * LinearMemory.PAGE_BYTE_SIZE);
        this.limit = limitPages * LinearMemory.PAGE_BYTE_SIZE;
    }

    @Override
    public boolean commit(long committed, long byteSize) {
        commits++;
        return byteSize <= limit && bytes.commit(committed, byteSize);
    }

    @Override
    public MemorySegment prefix(long byteSize) {
        if (byteSize > limit) {
            throw new AssertionError("bytes that were never committed: byteSize=" + byteSize + " limit=" + limit);
        }
        return bytes.prefix(byteSize);
    }

    @Override
    public long baseAlignment() {
        return bytes.baseAlignment();
    }

    @Override
    public boolean endsWithArena() {
        return bytes.endsWithArena();
    }

    @Override
    public void close() {
        closed = true;
        bytes.close();
    }
}
