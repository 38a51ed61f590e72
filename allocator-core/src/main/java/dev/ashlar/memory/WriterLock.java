package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second writer of a mapped file out: a lock on the sibling file {@code <file>.lock}, which stays behind and
 * holds a {@link SizeNote}.
 *
 * <p>The lock is not on the file itself, and the sibling is opened once at most, because POSIX drops all locks that a
 * process has on a file as soon as the process closes it anywhere. So a set answers for this process, and the lock
 * for the others.
 */
final class WriterLock {
    /** The files that memories of this process write, by their real paths. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final RandomAccessFile sibling;

    private WriterLock(Path file, RandomAccessFile sibling) {
        this.file = file;
        this.sibling = sibling;
    }

    /**
     * Takes the lock of {@code file}.
     *
     * @param file its real path, so that every symbolic link to it leads to one lock
     * @throws FileSystemException if another writer holds it
     * @throws IOException if the sibling cannot be opened or locked
     */
    static WriterLock take(Path file) throws IOException {
        if (!HELD.add(file)) {
            throw new FileSystemException(
                    file.toString(), null, "another memory of this process has the file mapped for writing");
        }
        try {
            return lockSibling(file);
        } catch (Throwable failure) {
            HELD.remove(file);
            throw failure;
        }
    }

    private static WriterLock lockSibling(Path file) throws IOException {
        Path path = file.resolveSibling(file.getFileName() + ".lock");
        RandomAccessFile sibling = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (sibling.getChannel().tryLock() == null) {
                throw heldElsewhere(file, path);
            }
            return new WriterLock(file, sibling);
        } catch (OverlappingFileLockException lockedByOtherCode) {
            sibling.close();
            throw heldElsewhere(file, path);
        } catch (Throwable failure) {
            sibling.close();
            throw failure;
        }
    }

    /** What the sibling says about the size of the file. */
    SizeNote note() {
        return new SizeNote(sibling);
    }

    /** Lets the next writer in. */
    void release() {
        try {
            sibling.close();
        } catch (IOException released) {
            // Closing a file releases its locks even when it reports a failure.
        } finally {
            HELD.remove(file);
        }
    }

    private static FileSystemException heldElsewhere(Path file, Path sibling) {
        return new FileSystemException(
                file.toString(), sibling.toString(), "another process has the file mapped for writing");
    }
}
