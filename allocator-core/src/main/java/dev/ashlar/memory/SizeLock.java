package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two writers from changing the size of one file at once: a lock on the file itself, far behind its end, from the moment
 * that its size is read until it is changed. So it is known to all names of the file, and to a writer that has lost its {@link
 * WriterLock}.
 *
 * <p>No longer than that, since POSIX drops it when the process closes the file anywhere, as a memory that is mapped for reading
 * does.
 */
final class SizeLock implements AutoCloseable {
    private static final long POSITION = Long.MAX_VALUE - 1;

    /** Longer than any growth that is not stuck. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final @Nullable FileLock lock;

    private SizeLock(@Nullable FileLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock, and waits for it if need be.
     *
     * @throws IOException if another process does not let go of it, or the file cannot be locked
     */
    static SizeLock take(RandomAccessFile file) throws IOException {
        long start = System.nanoTime();
        do {
            try {
                // Unlike lock(), this can be called in an interrupted thread, which keeps the file open.
                FileLock lock = file.getChannel().tryLock(POSITION, 1, false);
                if (lock != null) {
                    return new SizeLock(lock);
                }
            } catch (OverlappingFileLockException ofThisProcess) {
                // The table of held files lets no second writer in, so this is the lock of other code, or one that an
                // error has
                // left behind. It keeps other processes out.
                return new SizeLock(null);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (System.nanoTime() - start < PATIENCE_NANOS);
        throw new IOException("another process has locked the size of the file, and does not let go of it");
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException closed) {
            // Where the file was closed, the lock is gone.
        }
    }
}
