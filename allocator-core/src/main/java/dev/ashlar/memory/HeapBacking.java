package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;

/**
 * Bytes in one {@code long[]} on the Java heap, allocated at the maximum so that the base never moves.
 *
 * <p>For environments where neither address space nor a file is available. The garbage collector may move the array, so
 * there is no address to give to C; alignment is guaranteed up to that of a {@code long}.
 */
final class HeapBacking implements Backing {
    /** The maximum in pages if the user specifies none: 16 MiB. */
    static final long DEFAULT_MAX_PAGES = 256;

    /** The most pages that one {@code long[]} holds. */
    static final long MAX_PAGES = (long) (Integer.MAX_VALUE - 8) * Long.BYTES / LinearMemory.PAGE_BYTE_SIZE;

    private MemorySegment reserved;

    HeapBacking(long maxByteSize) {
        this.reserved = MemorySegment.ofArray(new long[Math.toIntExact(maxByteSize / Long.BYTES)]);
    }

    @Override
    public boolean commit(long committed, long byteSize) {
        return true;
    }

    @Override
    public MemorySegment prefix(long byteSize) {
        return reserved.asSlice(0, byteSize);
    }

    @Override
    public long baseAlignment() {
        return Long.BYTES;
    }

    @Override
    public boolean endsWithArena() {
        return false;
    }

    @Override
    public void close() {
        // Every handle is revoked by now, so the garbage collector may take the array.
        reserved = MemorySegment.NULL;
    }
}
