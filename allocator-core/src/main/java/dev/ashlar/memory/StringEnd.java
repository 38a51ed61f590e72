package dev.ashlar.memory;

/** The end of a string in memory whose length is not known: the first NUL, found eight bytes at a time. */
final class StringEnd {
    private static final long ONES = 0x0101010101010101L;
    private static final long SIGNS = 0x8080808080808080L;

    private StringEnd() {}

    /** The offset of the first NUL from {@code offset} on, or -1 if there is none up to the end of the handle. */
    static long of(Memory memory, long offset) {
        memory.checkRange(offset, 0);
        long end = memory.length();
        long at = offset;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long bytes = memory.loadI64(at);
            // The lowest sign that is set belongs to the first byte that is 0.
            long nuls = (bytes - ONES) & ~bytes & SIGNS;
            if (nuls != 0) {
                return at + Long.numberOfTrailingZeros(nuls) / Byte.SIZE;
            }
        }
        for (; at < end; at++) {
            if (memory.loadI8(at) == 0) {
                return at;
            }
        }
        return -1;
    }
}
