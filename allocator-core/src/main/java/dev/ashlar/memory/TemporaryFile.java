package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Address space reserved without any flag: a temporary file without a name, mapped at the maximum; or a {@link
 * NamedTemporaryFile} if the operating system does not delete mapped files.
 *
 * <p>The file lies in the directory named by the property {@value #DIRECTORY_PROPERTY}, else in {@code /dev/shm} where
 * its free space covers the maximum (a container's is often 64 MiB), else in {@code java.io.tmpdir}.
 */
final class TemporaryFile {
    static final String DIRECTORY_PROPERTY = "dev.ashlar.reserve.dir";

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private TemporaryFile() {}

    /**
     * Reserves {@code byteSize} bytes.
     *
     * @throws IOException if no directory can hold such a file; the message names the last one that was tried
     */
    static Backing reserve(long byteSize, Arena arena) throws IOException {
        return reserve(byteSize, arena, SystemFiles.current());
    }

    static Backing reserve(long byteSize, Arena arena, MappableFiles files) throws IOException {
        IOException refused = new IOException("no directory for the memory's file");
        for (Path directory : directories(byteSize)) {
            try {
                return reserve(directory, byteSize, arena, files);
            } catch (IOException failure) {
                refused = new IOException(
                        "no file for the memory: directory=" + directory + " maxByteSize=" + byteSize, failure);
            }
        }
        throw refused;
    }

    private static Backing reserve(Path directory, long byteSize, Arena arena, MappableFiles files) throws IOException {
        return Uninterrupted.call(() -> files.shrinkWhileMapped()
                ? map(open(directory, files), byteSize, arena, files)
                : NamedTemporaryFile.reserve(directory, byteSize, arena, files));
    }

    private static Backing map(RandomAccessFile file, long byteSize, Arena arena, MappableFiles files)
            throws IOException {
        try {
            return FileBacking.map(files, file, 0, byteSize, arena, null, () -> {});
        } catch (Throwable failure) {
            file.close();
            throw failure;
        }
    }

    /** Opens a new file and deletes its name at once, so that a killed process leaves nothing behind. */
    private static RandomAccessFile open(Path directory, MappableFiles files) throws IOException {
        Path path = Files.createTempFile(directory, "ashlar-", ".memory");
        RandomAccessFile file;
        try {
            file = files.open(path, "rw");
        } catch (IOException failure) {
            Files.delete(path);
            throw failure;
        }
        try {
            files.delete(path);
            return file;
        } catch (IOException failure) {
            file.close();
            path.toFile().deleteOnExit();
            throw failure;
        }
    }

    /** Returns whether the user has named the directory: if it cannot be used, nothing else is. */
    static boolean isDirectoryNamed() {
        return System.getProperty(DIRECTORY_PROPERTY) != null;
    }

    private static List<Path> directories(long byteSize) throws IOException {
        String named = System.getProperty(DIRECTORY_PROPERTY);
        Path temporary = path(named != null ? named : System.getProperty("java.io.tmpdir"));
        return named == null && hasRoom(SHARED_MEMORY, byteSize)
                ? List.of(SHARED_MEMORY, temporary)
                : List.of(temporary);
    }

    private static Path path(String name) throws IOException {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw new IOException("no directory for the memory's file: directory=" + name, noPath);
        }
    }

    private static boolean hasRoom(Path directory, long byteSize) {
        try {
            return Files.isWritable(directory) && Files.getFileStore(directory).getUsableSpace() >= byteSize;
        } catch (IOException noSuchStore) {
            return false;
        }
    }
}
