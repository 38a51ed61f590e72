package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A lock that keeps two writers from changing the size of a file at once. It is on the file itself, far behind its end,
 * and is held from reading the size until changing it. So it holds for all names of the file, and for a writer that has
 * lost its {@link WriterLock}.
 *
 * <p>It is not held for longer, since POSIX drops it when the process closes the file anywhere, as a memory mapped for
 * reading does.
 */
final class SizeLock implements AutoCloseable {
    private static final long POSITION = Long.MAX_VALUE - 1;

    /** The time to wait for the lock: longer than any growth that is not stuck. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final @Nullable FileLock lock;

    private SizeLock(@Nullable FileLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock, waiting for it if necessary.
     *
     * @throws IOException if another process does not release it, or the file cannot be locked
     */
    static SizeLock take(RandomAccessFile file) throws IOException {
        long start = System.nanoTime();
        do {
            try {
                // Unlike lock(), tryLock() does not close the file if the thread is interrupted.
                FileLock lock = file.getChannel().tryLock(POSITION, 1, false);
                if (lock != null) {
                    return new SizeLock(lock);
                }
            } catch (OverlappingFileLockException ofThisProcess) {
                // HeldFiles lets no second writer in, so this is the lock of other code, or one that an error has left
                // behind. It keeps other processes out.
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
            // If the file was closed, the lock is gone.
        }
    }
}
