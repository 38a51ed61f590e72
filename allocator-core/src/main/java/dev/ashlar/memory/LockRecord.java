package dev.ashlar.memory;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a sibling file {@code <file>.lock}: the writer of the file, and whether its size is changing. All
 * numbers are big-endian.
 *
 * <pre>
 *   +0   magic         "AshlarLk"
 *   +8   writer        the random number of the writer that took the lock last
 *   +16  sequence      of that writer's changes of this record
 *   +24  kind          0 the size is settled; 1 the file is being mapped; 2 it is growing; 3 it was closed without holes
 *   +32  byteSize      the size that users see while the size is not settled; the size of a closed file
 *   +40  newByteSize   the size that it is changing to; {@link FileIdentity#changeTime} of a closed file
 *   +48  identity      of the file, see {@link FileIdentity#number}
 *   +56  check         the checksum of all other fields
 * </pre>
 */
record LockRecord(long writer, long sequence, long kind, long byteSize, long newByteSize, long identity) {
    static final int BYTE_SIZE = 8 * Long.BYTES;

    /** The magic number: "AshlarLk", as stored in the file. */
    static final long MAGIC = 0x4173_686C_6172_4C6BL;

    static final long SETTLED = 0;

    /** The kind for a file that is being mapped: nobody can have stored anything behind the old size yet. */
    static final long MAPPING = 1;

    static final long GROWING = 2;

    /**
     * The kind for a closed file: all its bytes have disk space, as long as it has the same size and has not been
     * changed since.
     */
    static final long CLOSED = 3;

    private static final long CHECK_FACTOR = 0x9E37_79B9_7F4A_7C15L;

    byte[] toBytes() {
        return ByteBuffer.allocate(BYTE_SIZE)
                .putLong(MAGIC)
                .putLong(writer)
                .putLong(sequence)
                .putLong(kind)
                .putLong(byteSize)
                .putLong(newByteSize)
                .putLong(identity)
                .putLong(check())
                .array();
    }

    /** The record in these bytes, or null if there is none, or only a part of one that is being written. */
    static @Nullable LockRecord of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length != BYTE_SIZE || buffer.getLong() != MAGIC) {
            return null;
        }
        LockRecord record = new LockRecord(
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong());
        return buffer.getLong() == record.check() ? record : null;
    }

    /**
     * Returns whether the size of the file with this identity is changing: its users see {@link #byteSize}, the disk
     * may have more.
     */
    boolean isChanging(long identityOfFile) {
        return (kind == MAPPING || kind == GROWING) && identity == identityOfFile && byteSize >= 0;
    }

    /** Returns whether the file with this identity, size and time of change is the one that was closed. */
    boolean isClosed(long identityOfFile, long byteSizeOfFile, long changeTime) {
        return kind == CLOSED && identity == identityOfFile && byteSize == byteSizeOfFile && newByteSize == changeTime;
    }

    private long check() {
        long check = MAGIC;
        for (long field : new long[] {writer, sequence, kind, byteSize, newByteSize, identity}) {
            check = Long.rotateLeft((check ^ field) * CHECK_FACTOR, 29);
        }
        return check;
    }
}
