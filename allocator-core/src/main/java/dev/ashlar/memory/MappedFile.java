package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens a user's file as the bytes of a {@link LinearMemory}: checks its type and length, and leaves everything as it
 * was if anything is refused. Only the holder of its {@link WriterLock} creates or changes a file.
 */
final class MappedFile {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    /** The most links that are followed to a file that does not exist yet. */
    private static final int MOST_LINKS = 40;

    private MappedFile() {}

    /** See {@link LinearMemory#map(Path, long, long, MapOption...)}. */
    static LinearMemory open(Path path, long minPages, long maxPages, MapOption... options) throws IOException {
        return open(path, minPages, maxPages, SystemFiles.current(), options);
    }

    static LinearMemory open(Path path, long minPages, long maxPages, MappableFiles files, MapOption... options)
            throws IOException {
        boolean mayHaveHoles = !List.of(options).contains(MapOption.ASSUME_ALLOCATED);
        Reservation.checkPages(minPages, maxPages, Reservation.MAX_PAGES);
        return Uninterrupted.call(() -> {
            try {
                requireFile(path);
                return openLocked(realPath(path), minPages, maxPages, files, mayHaveHoles);
            } catch (IOException failure) {
                throw named(path, "writing", failure);
            }
        });
    }

    private static LinearMemory openLocked(
            Path path, long minPages, long maxPages, MappableFiles files, boolean mayHaveHoles) throws IOException {
        WriterLock lock = WriterLock.take(path);
        boolean isNew = false;
        try {
            isNew = create(path, files);
            return open(path, minPages, maxPages, lock, files, mayHaveHoles);
        } catch (Throwable failure) {
            if (isNew) {
                delete(path, files, failure);
            }
            lock.abandon();
            throw failure;
        }
    }

    /** The exception that a user gets for a failure: it names the file. */
    private static IOException named(Path path, String purpose, IOException failure) {
        return failure instanceof FileSystemException || failure instanceof ClosedByInterruptException
                ? failure
                : refusal(path, "file cannot be mapped for " + purpose + ": " + failure.getMessage(), failure);
    }

    private static LinearMemory open(
            Path path, long minPages, long maxPages, WriterLock lock, MappableFiles files, boolean mayHaveHoles)
            throws IOException {
        RandomAccessFile file = files.open(path, "rw");
        try {
            lock.guard(file);
            long pages = checkPages(path, file, maxPages);
            if (mayHaveHoles && !lock.note().isAllocated()) {
                FileHoles.fill(path, file, 0, pages * PAGE);
                lock.note().allocated();
                lock.requireFile();
            }
            return map(path, file, minPages, maxPages, lock, files);
        } catch (Throwable failure) {
            HeldFiles.close(file);
            throw failure;
        }
    }

    private static LinearMemory map(
            Path path, RandomAccessFile file, long minPages, long maxPages, WriterLock lock, MappableFiles files)
            throws IOException {
        Arena arena = Arena.ofShared();
        long byteSize;
        Backing backing;
        try (SizeLock _ = SizeLock.take(file)) {
            byteSize = checkPages(path, file, maxPages) * PAGE;
            try {
                backing = map(path, file, byteSize, maxPages * PAGE, arena, lock, files);
            } catch (Throwable failure) {
                arena.close();
                shorten(path, file, byteSize, maxPages * PAGE, lock.note(), failure, files);
                throw failure;
            }
        } catch (Throwable failure) {
            closeOnce(arena);
            throw failure;
        }
        try {
            if (byteSize < minPages * PAGE && !grow(path, backing, byteSize, minPages * PAGE)) {
                throw refusal(path, "no room for the first pages: pages=" + byteSize / PAGE + " minPages=" + minPages);
            }
            return new LinearMemory(arena, backing, Math.max(byteSize / PAGE, minPages), maxPages, path);
        } catch (Throwable failure) {
            arena.close();
            if (!files.shrinkWhileMapped()) {
                shorten(path, file, byteSize, maxPages * PAGE, lock.note(), failure, files);
            }
            throw failure;
        }
    }

    private static void closeOnce(Arena arena) {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    private static long checkPages(Path path, RandomAccessFile file, long maxPages) throws IOException {
        long pages = pages(path, file.length());
        if (pages > maxPages) {
            throw refusal(path, "file has more pages than the maximum: pages=" + pages + " maxPages=" + maxPages);
        }
        return pages;
    }

    private static Backing map(
            Path path,
            RandomAccessFile file,
            long byteSize,
            long maxByteSize,
            Arena arena,
            WriterLock lock,
            MappableFiles files)
            throws IOException {
        try {
            return FileBacking.map(files, file, byteSize, maxByteSize, arena, lock, () -> {});
        } catch (ClosedByInterruptException interrupted) {
            throw interrupted;
        } catch (IOException failure) {
            throw refusal(
                    path,
                    "file cannot be as long as the maximum, or not be mapped: byteSize=" + byteSize + " maxByteSize="
                            + maxByteSize + " cause=" + failure.getMessage(),
                    failure);
        }
    }

    private static boolean grow(Path path, Backing backing, long byteSize, long newByteSize) throws IOException {
        try {
            return backing.commit(byteSize, newByteSize);
        } catch (IllegalStateException lost) {
            throw refusal(path, "another writer has come between: " + lost.getMessage());
        }
    }

    /**
     * Cuts off what a mapping has added, if the file has exactly the length that the mapping gave it. Reopens the file
     * if an interrupt has closed it.
     */
    private static void shorten(
            Path path,
            RandomAccessFile file,
            long byteSize,
            long maxByteSize,
            SizeNote note,
            Throwable failure,
            MappableFiles files) {
        try {
            if (file.getChannel().isOpen()) {
                shorten(file, byteSize, maxByteSize);
            } else {
                try (RandomAccessFile reopened = files.open(path, "rw");
                        SizeLock _ = SizeLock.take(reopened)) {
                    shorten(reopened, byteSize, maxByteSize);
                }
            }
            note.settled();
        } catch (IOException stillLong) {
            failure.addSuppressed(stillLong);
        }
    }

    private static void shorten(RandomAccessFile file, long byteSize, long maxByteSize) throws IOException {
        if (file.length() == maxByteSize) {
            file.setLength(byteSize);
        }
    }

    /** Creates the file; returns {@code false} if it was there before. */
    private static boolean create(Path path, MappableFiles files) throws IOException {
        try {
            if (files.shrinkWhileMapped()) {
                Files.createFile(path);
            } else {
                // It is as long as its maximum while it is mapped, but should take no more disk space than what is
                // stored.
                files.createSparse(path);
            }
            return true;
        } catch (FileAlreadyExistsException found) {
            return false;
        }
    }

    private static void delete(Path path, MappableFiles files, Throwable failure) {
        try {
            files.delete(path);
        } catch (IOException leftBehind) {
            failure.addSuppressed(leftBehind);
        }
    }

    /** See {@link LinearMemory#mapReadOnly(Path)}. */
    static LinearMemory openReadOnly(Path path) throws IOException {
        return Uninterrupted.call(() -> {
            try {
                requireFile(path);
                return ReadOnlyFile.open(path, path.toRealPath());
            } catch (IOException failure) {
                throw named(path, "reading", failure);
            }
        });
    }

    /** Refuses what cannot be mapped, without opening it. */
    static void requireFile(Path path) throws IOException {
        if (!path.getFileSystem().equals(FileSystems.getDefault())) {
            throw refusal(path, "only a file of the default file system can be mapped");
        }
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isRegularFile(path)) {
            throw refusal(path, "only a regular file can be mapped");
        }
        if (HeldFiles.isSibling(path.toRealPath()) || HeldFiles.isSibling(FileIdentity.of(path))) {
            throw refusal(path, "the file is the lock of a file that a memory of this process has mapped for writing");
        }
    }

    /** The path, without symbolic links, of a file that need not exist. */
    private static Path realPath(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target) && links < MOST_LINKS; links++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        Path folder = target.getParent();
        Path name = target.getFileName();
        if (folder == null || name == null) {
            throw refusal(path, "only a regular file can be mapped");
        }
        try {
            return Files.exists(path) ? path.toRealPath() : folder.toRealPath().resolve(name);
        } catch (NoSuchFileException noFolder) {
            throw refusal(path, "the folder of the file does not exist", noFolder);
        }
    }

    /** The pages of a file with that many bytes. */
    static long pages(Path path, long byteSize) throws IOException {
        if (!Alignment.isAligned(byteSize, PAGE)) {
            throw refusal(
                    path,
                    "the size of the file is not a multiple of the page size; Memory.mapReadOnly maps a file of any size: byteSize="
                            + byteSize + " pageByteSize=" + PAGE);
        }
        return byteSize / PAGE;
    }

    static FileSystemException refusal(Path path, String reason) {
        return refusal(path, reason, null);
    }

    static FileSystemException refusal(Path path, String reason, @Nullable IOException cause) {
        FileSystemException refusal = new FileSystemException(path.toString(), null, reason);
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
