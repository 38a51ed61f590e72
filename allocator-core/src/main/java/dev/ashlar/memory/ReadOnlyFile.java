package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens a file for reading, with a size that its users saw at some moment. A writer that maps the file makes it as long
 * as the maximum for a moment, and one that grows it lengthens it bit by bit; the sibling tells.
 */
final class ReadOnlyFile {
    private static final int ATTEMPTS = 1_000;

    private final Path path;
    private final Path real;
    private final @Nullable Object key;
    private final RandomAccessFile file;
    private final MappableFiles files;

    private ReadOnlyFile(Path path, Path real, @Nullable Object key, RandomAccessFile file, MappableFiles files) {
        this.path = path;
        this.real = real;
        this.key = key;
        this.file = file;
        this.files = files;
    }

    /** See {@link LinearMemory#mapReadOnly(Path)}. */
    static LinearMemory open(Path path, Path real) throws IOException {
        Object key = FileIdentity.of(real);
        MappableFiles files = SystemFiles.current();
        RandomAccessFile file = files.open(real, "r");
        try {
            return new ReadOnlyFile(path, real, key, file, files).map();
        } catch (Throwable failure) {
            file.close();
            HeldFiles.renewPresence(real, key);
            throw failure;
        }
    }

    private LinearMemory map() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LockRecord record = HeldFiles.record(real, key);
            long found = file.length();
            boolean isChanging = record != null && record.isChanging(FileIdentity.number(key));
            long byteSize = record != null && isChanging ? Math.min(found, record.byteSize()) : found;
            if (Objects.equals(record, HeldFiles.record(real, key))) {
                LinearMemory memory = map(MappedFile.pages(path, byteSize), isChanging ? Long.MAX_VALUE : byteSize);
                if (memory != null) {
                    return memory;
                }
            }
            Thread.onSpinWait();
        }
        throw MappedFile.refusal(path, "the size of the file changes all the time");
    }

    /**
     * Maps the first pages of the file; returns null if the file has fewer bytes than that, or more than {@code most},
     * because its size has changed meanwhile.
     */
    private @Nullable LinearMemory map(long pages, long most) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            Backing backing = mapped(pages * LinearMemory.PAGE_BYTE_SIZE, arena);
            long found = file.length();
            if (found >= pages * LinearMemory.PAGE_BYTE_SIZE && found <= most) {
                return new LinearMemory(arena, backing, pages, pages, real);
            }
        } catch (Throwable failure) {
            arena.close();
            throw failure;
        }
        arena.close();
        return null;
    }

    private Backing mapped(long byteSize, Arena arena) throws IOException {
        try {
            return FileBacking.mapReadOnly(files, file, byteSize, arena, () -> HeldFiles.renewPresence(real, key));
        } catch (ClosedByInterruptException interrupted) {
            throw interrupted;
        } catch (IOException failure) {
            throw MappedFile.refusal(path, "file cannot be mapped for reading: byteSize=" + byteSize, failure);
        }
    }
}
