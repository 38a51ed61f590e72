package dev.ashlar.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Address space reserved without any flag: a temporary file without a name, mapped at the maximum.
 *
 * <p>The file lies in the directory named by the property {@value #DIRECTORY_PROPERTY}, else in {@code /dev/shm} where
 * its free space covers the maximum (a container's is often 64 MiB), else in {@code java.io.tmpdir}.
 */
final class TemporaryFile {
    static final String DIRECTORY_PROPERTY = "dev.ashlar.reserve.dir";

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private TemporaryFile() {}

    /** Reserves {@code byteSize} bytes, or returns {@code null} when no file can be made or mapped. */
    static @Nullable Backing reserve(long byteSize, Arena arena) {
        try {
            return map(open(directory(byteSize)), byteSize, arena);
        } catch (IOException | UnsupportedOperationException refused) {
            return null;
        }
    }

    private static FileBacking map(FileChannel channel, long byteSize, Arena arena) throws IOException {
        try {
            return FileBacking.map(channel, 0, byteSize, arena, () -> {});
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Opens a new file whose name goes with the opening, so that a killed process leaves nothing behind. */
    private static FileChannel open(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "ashlar-", ".memory");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static Path directory(long byteSize) {
        String named = System.getProperty(DIRECTORY_PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        return hasRoom(SHARED_MEMORY, byteSize) ? SHARED_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static boolean hasRoom(Path directory, long byteSize) {
        try {
            return Files.isWritable(directory) && Files.getFileStore(directory).getUsableSpace() >= byteSize;
        } catch (IOException noSuchStore) {
            return false;
        }
    }
}
