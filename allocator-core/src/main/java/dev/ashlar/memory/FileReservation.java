package dev.ashlar.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Address space reserved without any flag: a sparse temporary file, deleted at once and mapped at the maximum.
 *
 * <p>Growth writes zeros through the channel, so that a full disk is seen as a refused growth and not later as a lost
 * store. The file lies in the directory named by the property {@value #DIRECTORY_PROPERTY}, else in {@code /dev/shm}
 * where its free space covers the maximum, else in {@code java.io.tmpdir}.
 */
final class FileReservation implements Backing {
    static final String DIRECTORY_PROPERTY = "dev.ashlar.reserve.dir";

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final long BASE_ALIGNMENT = 4096;

    private final FileChannel channel;
    private final MemorySegment reserved;

    private FileReservation(FileChannel channel, MemorySegment reserved) {
        this.channel = channel;
        this.reserved = reserved;
    }

    /** Reserves {@code byteSize} bytes, or returns {@code null} when no file can be made or mapped. */
    static @Nullable FileReservation reserve(long byteSize, Arena arena) {
        try {
            Path file = Files.createTempFile(directory(byteSize), "ashlar-", ".memory");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return map(channel, byteSize, arena);
        } catch (IOException | UnsupportedOperationException refused) {
            return null;
        }
    }

    private static FileReservation map(FileChannel channel, long byteSize, Arena arena) throws IOException {
        try {
            return new FileReservation(channel, channel.map(FileChannel.MapMode.READ_WRITE, 0, byteSize, arena));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
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

    @Override
    public boolean commit(long committed, long byteSize) {
        try {
            ZeroFill.write(channel, committed, byteSize);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public MemorySegment prefix(long byteSize) {
        return reserved.asSlice(0, byteSize);
    }

    @Override
    public long baseAlignment() {
        return BASE_ALIGNMENT;
    }

    @Override
    public boolean endsWithArena() {
        return true;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // The file has no name and no mapping left: there is nothing to lose.
        }
    }
}
