package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The file operations of the operating systems. */
enum SystemFiles implements MappableFiles {
    POSIX(true),
    WINDOWS(false);

    private static final SystemFiles CURRENT =
            System.getProperty("os.name", "").startsWith("Windows") ? WINDOWS : POSIX;

    private final boolean shrinkWhileMapped;

    SystemFiles(boolean shrinkWhileMapped) {
        this.shrinkWhileMapped = shrinkWhileMapped;
    }

    static MappableFiles current() {
        return CURRENT;
    }

    @Override
    public boolean shrinkWhileMapped() {
        return shrinkWhileMapped;
    }

    @Override
    public RandomAccessFile open(Path path, String mode) throws IOException {
        return new RandomAccessFile(path.toFile(), mode);
    }

    @Override
    public void createSparse(Path path) throws IOException {
        Files.newByteChannel(
                        path,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE))
                .close();
    }

    @Override
    public MemorySegment map(RandomAccessFile file, MapMode mode, long byteSize, Arena arena) throws IOException {
        return file.getChannel().map(mode, 0, byteSize, arena);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(path);
    }
}
