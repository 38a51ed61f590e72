package dev.ashlar.alloc;

import dev.ashlar.memory.Memory;

/**
 * Zeroing of blocks: a few plain stores where the call behind {@link Memory#fill(long, int, long)} would cost more than
 * the zeroing.
 */
final class ZeroFill {
    private static final long MAX_STORED_BYTE_SIZE = 64;

    private ZeroFill() {}

    static void zero(Memory bytes, long address, long byteSize) {
        if (byteSize > MAX_STORED_BYTE_SIZE) {
            bytes.fill(address, 0, byteSize);
        } else if (byteSize >= Long.BYTES) {
            long last = address + byteSize - Long.BYTES;
            for (long at = address; at < last; at += Long.BYTES) {
                bytes.storeI64(at, 0);
            }
            bytes.storeI64(last, 0);
        } else {
            for (long at = address; at < address + byteSize; at++) {
                bytes.storeI8(at, 0);
            }
        }
    }
}
