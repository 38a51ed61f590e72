package dev.ashlar.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Opens a user's file as the bytes of a {@link LinearMemory}: checks its size, and keeps other writers out.
 *
 * <p>The lock is on a sibling file, {@code <file>.lock}, because locks on the file itself would be lost when anything
 * else in this process closes it (POSIX). The sibling stays behind, empty.
 */
final class MappedFile {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    private MappedFile() {}

    /** See {@link LinearMemory#map(Path, long, long)}. */
    static LinearMemory open(Path path, long minPages, long maxPages) throws IOException {
        Reservation.checkPages(minPages, maxPages, Reservation.MAX_PAGES);
        FileChannel lock = lock(path);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            return open(path, channel, minPages, maxPages, () -> release(lock));
        } catch (IOException | RuntimeException failure) {
            closeQuietly(channel);
            closeQuietly(lock);
            throw failure;
        }
    }

    private static LinearMemory open(Path path, FileChannel channel, long minPages, long maxPages, Runnable onClose)
            throws IOException {
        long pages = pages(path, channel);
        if (pages > maxPages) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "file has more pages than the maximum: pages=" + pages + " maxPages=" + maxPages);
        }
        Arena arena = Arena.ofShared();
        try {
            Backing backing = FileBacking.map(channel, pages * PAGE, maxPages * PAGE, arena, onClose);
            if (pages < minPages && !backing.commit(pages * PAGE, minPages * PAGE)) {
                throw new FileSystemException(
                        path.toString(), null, "no room for the first pages: minPages=" + minPages);
            }
            return new LinearMemory(arena, backing, Math.max(pages, minPages), maxPages);
        } catch (IOException | RuntimeException failure) {
            arena.close();
            throw failure;
        }
    }

    /** See {@link LinearMemory#mapReadOnly(Path)}. */
    static LinearMemory openReadOnly(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        Arena arena = Arena.ofShared();
        try {
            long pages = pages(path, channel);
            return new LinearMemory(arena, FileBacking.mapReadOnly(channel, arena), pages, pages);
        } catch (IOException | RuntimeException failure) {
            arena.close();
            closeQuietly(channel);
            throw failure;
        }
    }

    private static long pages(Path path, FileChannel channel) throws IOException {
        long byteSize = channel.size();
        if (byteSize % PAGE != 0) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "file is no whole number of pages: byteSize=" + byteSize + " pageByteSize=" + PAGE);
        }
        return byteSize / PAGE;
    }

    private static FileChannel lock(Path path) throws IOException {
        Path sibling = path.resolveSibling(path.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(sibling, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // Refused below, as a lock held by another process is.
        } catch (IOException | RuntimeException failure) {
            closeQuietly(channel);
            throw failure;
        }
        closeQuietly(channel);
        throw new FileSystemException(
                path.toString(), sibling.toString(), "another writer has the file mapped, here or in another process");
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException ignored) {
            // The failure that brought us here is the one to report.
        }
    }
}
