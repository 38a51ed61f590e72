package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The note in a sibling file, see {@link LockRecord}, of who writes a mapped file and from which size to which it is
 * changing.
 *
 * <p>A process that is killed while it maps or grows a file leaves it longer than the memory was, by holes that no disk
 * space stands behind or by a part of a page. The next writer reads the note and cuts that off: only of the file with the
 * identity that was noted, and only zeros. While a file is being mapped nobody can store behind its old size, so that the
 * length it must have then and a look at some places tell enough; what a growth has added is read, all of it.
 *
 * <p>A memory that is closed notes that its file has no holes, with size and time, so that the next one need not look.
 *
 * <p>Writes through {@link RandomAccessFile}, since a channel closes itself, and so gives up the lock on the sibling,
 * when the thread is interrupted.
 */
final class SizeNote {
    private static final int CHUNK_BYTE_SIZE = 1 << 16;

    /** Places that are looked at in what a killed mapping has added. */
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

    /** What the note says, as far as this process has written and read it. */
    LockRecord last() {
        return last;
    }

    /** Whether what the sibling says is what this writer has written there last. */
    synchronized boolean isOwn() throws IOException {
        return last.equals(read());
    }

    /** Says that the file is being mapped, which makes it longer for a moment. */
    void mapping(long byteSize, long newByteSize) throws IOException {
        write(LockRecord.MAPPING, byteSize, newByteSize);
    }

    /** Says that the file is on its way from one size to another. */
    void growing(long byteSize, long newByteSize) throws IOException {
        write(LockRecord.GROWING, byteSize, newByteSize);
    }

    /** Says that the file has the size that it should have. */
    void settled() throws IOException {
        write(LockRecord.SETTLED, 0, 0);
    }

    /** Whether all bytes of the file have disk space, as far as anybody has looked. */
    boolean isAllocated() {
        return isAllocated;
    }

    /** Takes note that somebody has looked, and that all bytes of the file have disk space. */
    void allocated() {
        isAllocated = true;
    }

    /**
     * Says that the file, which is not mapped any more, has been left as it is, if that is so and all of it has disk space.
     *
     * @param path of the file
     */
    void closed(Path path, long byteSize) throws IOException {
        if (isAllocated && identity != 0 && last.kind() == LockRecord.SETTLED) {
            write(LockRecord.CLOSED, byteSize, FileIdentity.changeTime(path));
        }
    }

    /**
     * Makes the note one about a file, and gives the file back the size from which a killed process was changing it, if
     * there was any.
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

    /** Whether every so many chunks of a file are zeros, from the first one on. */
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

    /** In one write, which is in the file as a whole or not at all. */
    private synchronized void write(long kind, long byteSize, long newByteSize) throws IOException {
        LockRecord next = new LockRecord(writer, last.sequence() + 1, kind, byteSize, newByteSize, identity);
        sibling.seek(0);
        sibling.write(next.toBytes());
        last = next;
    }
}
