package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/**
 * A lock by which a writer shows that it has the file mapped. It is on the file itself, far behind its end, so that it
 * is found under every name of the file, and whatever has become of the sibling on which the {@link WriterLock} is.
 *
 * <p>POSIX drops it when the process closes the file anywhere. So it is a second lock and not the only one. Memories of
 * this process that were mapped for reading have it {@link #renew renewed} after they have closed the file; after other
 * code has, such as one that copies the file, it is gone.
 */
final class PresenceLock {
    /** Beside the byte of the {@link SizeLock}. */
    private static final long POSITION = Long.MAX_VALUE - 2;

    private final RandomAccessFile file;
    private FileLock lock;

    private PresenceLock(RandomAccessFile file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Takes the lock, which lasts until the file is closed; returns null if another process has it.
     *
     * @throws OverlappingFileLockException if other code of this process has it: the library was loaded twice, or the
     *     program has locked the file itself. Closing the file would drop that lock
     * @throws IOException if the file cannot be locked
     */
    static @Nullable PresenceLock take(RandomAccessFile file) throws IOException {
        FileLock lock = tryLock(file);
        return lock == null ? null : new PresenceLock(file, lock);
    }

    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        return file.getChannel().tryLock(POSITION, 1, false);
    }

    /** Takes the lock again, if the operating system has dropped it. */
    void renew() {
        try {
            lock.release();
            FileLock again = tryLock(file);
            if (again != null) {
                lock = again;
            }
        } catch (IOException | OverlappingFileLockException closedOrTaken) {
            // There is nothing left to protect, or nobody to protect it from: the other lock still holds.
        }
    }
}
