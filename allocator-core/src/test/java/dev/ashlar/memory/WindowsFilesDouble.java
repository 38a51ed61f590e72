package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of this system with the rules of Windows: no file is made shorter while any of it is mapped, and none is deleted
 * while it is open or mapped.
 */
final class WindowsFilesDouble implements MappableFiles {
    private final Map<Path, List<Arena>> mappings = new HashMap<>();
    private final List<OpenFile> opened = new ArrayList<>();

    @Override
    public boolean shrinkWhileMapped() {
        return false;
    }

    @Override
    public RandomAccessFile open(Path path, String mode) throws IOException {
        return new OpenFile(path, mode);
    }

    @Override
    public void createSparse(Path path) throws IOException {
        SystemFiles.POSIX.createSparse(path);
    }

    @Override
    public MemorySegment map(RandomAccessFile file, MapMode mode, long byteSize, Arena arena) throws IOException {
        MemorySegment mapped = SystemFiles.POSIX.map(file, mode, byteSize, arena);
        mappings.computeIfAbsent(((OpenFile) file).path, _ -> new ArrayList<>()).add(arena);
        return mapped;
    }

    @Override
    public void delete(Path path) throws IOException {
        boolean isOpen = opened.stream().anyMatch(file -> file.path.equals(path.toAbsolutePath()));
        if (isOpen || isMapped(path.toAbsolutePath())) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "The process cannot access the file because it is being used by another process");
        }
        SystemFiles.POSIX.delete(path);
    }

    private boolean isMapped(Path path) {
        return mappings.getOrDefault(path, List.of()).stream()
                .anyMatch(arena -> arena.scope().isAlive());
    }

    private final class OpenFile extends RandomAccessFile {
        private final Path path;

        OpenFile(Path path, String mode) throws IOException {
            super(path.toFile(), mode);
            this.path = path.toAbsolutePath();
            opened.add(this);
        }

        @Override
        public void setLength(long byteSize) throws IOException {
            if (byteSize < length() && isMapped(path)) {
                throw new IOException(
                        "The requested operation cannot be performed on a file with a user-mapped section open");
            }
            super.setLength(byteSize);
        }

        @Override
        public void close() throws IOException {
            opened.remove(this);
            super.close();
        }
    }
}
