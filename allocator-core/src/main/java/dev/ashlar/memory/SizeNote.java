package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The note in a sibling file, see {@link LockRecord}, about the writer of a mapped file and about the change of its
 * size, from one to another, that is under way.
 *
 * <p>A process that is killed while it maps or grows a file leaves it longer than the memory was, by holes without disk
 * space or by a part of a page. The next writer reads the note and cuts that off: only if the file has the noted
 * identity, and only zeros. While a file is being mapped nobody can store behind its old size, so it is enough to check
 * the length and a few samples; what a growth has added is read completely.
 *
 * <p>A memory that is closed notes that its file has no holes, with size and time, so that the next writer need not
 * look for any.
 *
 * <p>Writes through {@link RandomAccessFile}, since a channel closes itself, and so gives up the lock on the sibling,
 * when the thread is interrupted.
 */
final class SizeNote {
    private static final int CHUNK_BYTE_SIZE = 1 << 16;

    /** The number of samples taken of what a killed mapping has added. */
    private static final int PROBES = 64;

    private final RandomAccessFile sibling;
    private final long writer =
            ThreadLocalRandom.current().nextLong() ^ ProcessHandle.current().pid();
    private long identity;
    private boolean isAllocated;
    private volatile LockRecord last = new LockRecord(0, 0, LockRecord.SETTLED, 0, 0, 0);

    /** The note in a sibling that this process has locked. */
    SizeNote(RandomAccessFile sibling) throws IOException {
        this.sibling = sibling;
        LockRecord found = read();
        if (found != null) {
            last = found;
        }
    }

    /** The contents of the note, as this process has last written or read it. */
    LockRecord last() {
        return last;
    }

    /** Returns whether the sibling still has what this writer has written there last. */
    synchronized boolean isOwn() throws IOException {
        return last.equals(read());
    }

    /** Notes that the file is being mapped, which makes it longer for a moment. */
    void mapping(long byteSize, long newByteSize) throws IOException {
        write(LockRecord.MAPPING, byteSize, newByteSize);
    }

    /** Notes that the file is changing from one size to another. */
    void growing(long byteSize, long newByteSize) throws IOException {
        write(LockRecord.GROWING, byteSize, newByteSize);
    }

    /** Notes that the file has the size that it should have. */
    void settled() throws IOException {
        write(LockRecord.SETTLED, 0, 0);
    }

    /** Returns whether all bytes of the file are known to have disk space. */
    boolean isAllocated() {
        return isAllocated;
    }

    /** Remembers that all bytes of the file are known to have disk space. */
    void allocated() {
        isAllocated = true;
    }

    /**
     * Notes that the file, which has been unmapped, was closed with this size, if all of it has disk space.
     *
     * @param path of the file
     */
    void closed(Path path, long byteSize) throws IOException {
        if (isAllocated && identity != 0 && last.kind() == LockRecord.SETTLED) {
            write(LockRecord.CLOSED, byteSize, FileIdentity.changeTime(path));
        }
    }

    /**
     * Starts the note for a file. If a killed process was changing the size of the file, restores the size from before.
     */
    void settle(Path path, RandomAccessFile file, @Nullable Object key) throws IOException {
        LockRecord found = last;
        identity = FileIdentity.number(key);
        isAllocated = found.isClosed(identity, file.length(), FileIdentity.changeTime(path));
        if (found.isChanging(identity) && isUndone(found, file)) {
            file.setLength(found.byteSize());
        }
        settled();
    }

    private static boolean isUndone(LockRecord note, RandomAccessFile file) throws IOException {
        long byteSize = note.byteSize();
        long found = file.length();
        if (found <= byteSize) {
            return false;
        }
        return note.kind() == LockRecord.MAPPING
                ? found == note.newByteSize() && isZeroInPlaces(file, byteSize, found)
                : found <= note.newByteSize() && isZero(file, byteSize, found, 1);
    }

    private static boolean isZeroInPlaces(RandomAccessFile file, long from, long to) throws IOException {
        long chunks = (to - from + CHUNK_BYTE_SIZE - 1) / CHUNK_BYTE_SIZE;
        return isZero(file, from, to, Math.max(1, chunks / PROBES))
                && isZero(file, Math.max(from, to - CHUNK_BYTE_SIZE), to, 1);
    }

    /** Returns whether chunks of a file at a regular distance, from the first one on, are all zeros. */
    private static boolean isZero(RandomAccessFile file, long from, long to, long step) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTE_SIZE];
        byte[] zeros = new byte[CHUNK_BYTE_SIZE];
        for (long start = from; start < to; start += step * CHUNK_BYTE_SIZE) {
            int byteSize = (int) Math.min(CHUNK_BYTE_SIZE, to - start);
            file.seek(start);
            file.readFully(chunk, 0, byteSize);
            if (!Arrays.equals(chunk, 0, byteSize, zeros, 0, byteSize)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable LockRecord read() throws IOException {
        if (sibling.length() != LockRecord.BYTE_SIZE) {
            return null;
        }
        byte[] bytes = new byte[LockRecord.BYTE_SIZE];
        sibling.seek(0);
        sibling.readFully(bytes);
        return LockRecord.of(bytes);
    }

    /** Writes the record in one write, which is in the file as a whole or not at all. */
    private synchronized void write(long kind, long byteSize, long newByteSize) throws IOException {
        LockRecord next = new LockRecord(writer, last.sequence() + 1, kind, byteSize, newByteSize, identity);
        sibling.seek(0);
        sibling.write(next.toBytes());
        last = next;
    }
}
