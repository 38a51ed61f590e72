package dev.ashlar.examples.table;

import dev.ashlar.memory.LinearMemory;

/** The memories of tables. */
final class Memories {
    /** Of an allocator's own words, in one page more than enough. */
    private static final long BOOKKEEPING_PAGES = 2;

    private Memories() {}

    /** A memory that can hold one block of {@code byteSize} bytes, and grows that far and no further. */
    static LinearMemory roomFor(long byteSize) {
        return LinearMemory.create(1, byteSize / LinearMemory.PAGE_BYTE_SIZE + BOOKKEEPING_PAGES);
    }
}
