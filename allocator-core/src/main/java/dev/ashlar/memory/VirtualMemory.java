package dev.ashlar.memory;

/**
 * The operations of one operating system on address space: reserving it, committing its pages and discarding them.
 *
 * <p>Callers pass addresses that were reserved here, and sizes that are multiples of {@link
 * LinearMemory#PAGE_BYTE_SIZE}, which is a multiple of every page size that an operating system has.
 */
interface VirtualMemory {
    /** Stands for an address where nothing could be reserved. */
    long REFUSED = 0;

    /** Stands for a number of bytes that the operating system does not tell. */
    long UNKNOWN = -1;

    /** Reserves address space that counts against no limit, and returns its address, or {@link #REFUSED}. */
    long reserve(long byteSize);

    /** The alignment in bytes that {@link #reserve} gives: a power of two. */
    long byteAlignment();

    /** Makes reserved bytes usable and zero; returns {@code false}, with nothing changed, if that is refused. */
    boolean commit(long address, long byteSize);

    /**
     * The size in bytes of a page of the operating system, the unit of {@link #discard}: a power of two. 0 where pages
     * cannot be given back while they stay readable.
     */
    long discardGranule();

    /**
     * Gives the pages of committed bytes back to the operating system; they stay usable, and read as zeros. Start and
     * size are multiples of {@link #discardGranule}. Returns {@code false}, with nothing changed, if that is refused.
     */
    boolean discard(long address, long byteSize);

    /** Bytes of the pages of a committed range that lie in RAM now, or {@link #UNKNOWN}. O(pages). */
    long residentByteSize(long address, long byteSize);

    /** Releases everything that was reserved at an address. */
    void release(long address, long byteSize);
}
