package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens a user's file as the bytes of a {@link LinearMemory}: checks what it is and how long, and leaves it as it was
 * when anything is refused.
 */
final class MappedFile {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    private MappedFile() {}

    /** See {@link LinearMemory#map(Path, long, long, MapOption...)}. */
    static LinearMemory open(Path path, long minPages, long maxPages, MapOption... options) throws IOException {
        return open(path, minPages, maxPages, SystemFiles.current(), options);
    }

    static LinearMemory open(Path path, long minPages, long maxPages, MappableFiles files, MapOption... options)
            throws IOException {
        boolean mayHaveHoles = !List.of(options).contains(MapOption.ASSUME_ALLOCATED);
        Reservation.checkPages(minPages, maxPages, Reservation.MAX_PAGES);
        RandomAccessFile file = open(path, "rw", files);
        try {
            Path real = path.toRealPath();
            WriterLock lock = WriterLock.take(real);
            try {
                lock.note().settle(file);
                checkPages(real, file, maxPages);
                if (mayHaveHoles) {
                    FileHoles.fill(real, file, pages(real, file) * PAGE);
                }
                return map(real, file, minPages, maxPages, lock, files);
            } catch (Throwable failure) {
                lock.release();
                throw failure;
            }
        } catch (Throwable failure) {
            file.close();
            throw failure;
        }
    }

    private static LinearMemory map(
            Path path, RandomAccessFile file, long minPages, long maxPages, WriterLock lock, MappableFiles files)
            throws IOException {
        long pages = pages(path, file);
        Arena arena = Arena.ofShared();
        try {
            Backing backing =
                    FileBacking.map(files, file, pages * PAGE, maxPages * PAGE, arena, lock.note(), lock::release);
            if (pages < minPages && !backing.commit(pages * PAGE, minPages * PAGE)) {
                throw refusal(path, "no room for the first pages: pages=" + pages + " minPages=" + minPages);
            }
            return new LinearMemory(arena, backing, Math.max(pages, minPages), maxPages, path);
        } catch (Throwable failure) {
            arena.close();
            shorten(path, pages * PAGE, lock.note(), failure, files);
            throw failure;
        }
    }

    /** Cuts off what a mapping that failed added. Opens the file anew: an interrupt has possibly closed it. */
    private static void shorten(Path path, long byteSize, SizeNote note, Throwable failure, MappableFiles files) {
        try (RandomAccessFile file = files.open(path, "rw")) {
            if (file.length() > byteSize) {
                file.setLength(byteSize);
            }
            note.settled();
        } catch (IOException stillLong) {
            failure.addSuppressed(stillLong);
        }
    }

    /** See {@link LinearMemory#mapReadOnly(Path)}. */
    static LinearMemory openReadOnly(Path path) throws IOException {
        MappableFiles files = SystemFiles.current();
        RandomAccessFile file = open(path, "r", files);
        Arena arena = Arena.ofShared();
        try {
            long pages = pages(path, file);
            return new LinearMemory(
                    arena, FileBacking.mapReadOnly(files, file, arena), pages, pages, path.toRealPath());
        } catch (Throwable failure) {
            arena.close();
            file.close();
            throw failure;
        }
    }

    private static RandomAccessFile open(Path path, String mode, MappableFiles files) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw refusal(path, "only a regular file can be mapped");
        }
        try {
            if (!files.shrinkWhileMapped() && mode.equals("rw") && !Files.exists(path)) {
                // As long as its maximum while it is mapped, and yet it is to take no more room than what is stored.
                files.createSparse(path);
            }
            return files.open(path, mode);
        } catch (UnsupportedOperationException otherFileSystem) {
            throw refusal(path, "only a file of the default file system can be mapped");
        }
    }

    private static void checkPages(Path path, RandomAccessFile file, long maxPages) throws IOException {
        long pages = pages(path, file);
        if (pages > maxPages) {
            throw refusal(path, "file has more pages than the maximum: pages=" + pages + " maxPages=" + maxPages);
        }
    }

    private static long pages(Path path, RandomAccessFile file) throws IOException {
        long byteSize = file.length();
        if (!Alignment.isAligned(byteSize, PAGE)) {
            throw refusal(path, "file is no whole number of pages: byteSize=" + byteSize + " pageByteSize=" + PAGE);
        }
        return byteSize / PAGE;
    }

    private static FileSystemException refusal(Path path, String reason) {
        return new FileSystemException(path.toString(), null, reason);
    }
}
