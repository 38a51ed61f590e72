package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A temporary file that keeps its name while it is mapped, for operating systems that do not delete mapped files.
 *
 * <p>It is deleted when the memory is closed. The file of a killed process is deleted by the next process that makes a
 * memory in the same directory: the operating system refuses to delete files that are in use.
 */
final class NamedTemporaryFile {
    private static final String PREFIX = "ashlar-";
    private static final String SUFFIX = ".memory";

    /** The directories that this process has already searched. */
    private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

    private NamedTemporaryFile() {}

    /**
     * Reserves {@code byteSize} bytes.
     *
     * @throws IOException if the directory cannot hold such a file; none is left behind then
     */
    static Backing reserve(Path directory, long byteSize, Arena arena, MappableFiles files) throws IOException {
        if (SWEPT.add(directory)) {
            deleteLeftBehind(directory, files);
        }
        Path path = directory.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        files.createSparse(path);
        try {
            return map(path, byteSize, arena, files);
        } catch (Throwable failure) {
            delete(path, files);
            throw failure;
        }
    }

    private static Backing map(Path path, long byteSize, Arena arena, MappableFiles files) throws IOException {
        RandomAccessFile file = files.open(path, "rw");
        try {
            return FileBacking.map(files, file, 0, byteSize, arena, null, () -> delete(path, files));
        } catch (Throwable failure) {
            file.close();
            throw failure;
        }
    }

    private static void deleteLeftBehind(Path directory, MappableFiles files) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            left.forEach(path -> delete(path, files));
        } catch (IOException noSuchDirectory) {
            // Creating the file there will report it.
        }
    }

    private static void delete(Path path, MappableFiles files) {
        try {
            files.delete(path);
        } catch (IOException inUse) {
            // The next process will try again.
        }
    }
}
