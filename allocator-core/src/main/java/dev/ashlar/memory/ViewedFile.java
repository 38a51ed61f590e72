package dev.ashlar.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/** A whole file of any length as the bytes of one handle: {@link Memory#mapReadOnly} and {@link Memory#mapPrivate}. */
final class ViewedFile {
    private ViewedFile() {}

    /** Maps a file; the segment has exactly as many bytes as the file has now. */
    static MemorySegment map(Path path, MapMode mode, Arena arena) throws IOException {
        Objects.requireNonNull(arena, "arena");
        // A private mapping needs the permission to write, although nothing is written.
        Set<OpenOption> options = mode.equals(MapMode.READ_ONLY)
                ? Set.of(StandardOpenOption.READ)
                : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
        return Uninterrupted.call(() -> {
            MappedFile.requireFile(path);
            Path real = path.toRealPath();
            Object key = FileIdentity.of(real);
            try (FileChannel channel = FileChannel.open(real, options)) {
                return map(path, channel, mode, arena);
            } finally {
                HeldFiles.renewPresence(real, key);
            }
        });
    }

    private static MemorySegment map(Path path, FileChannel channel, MapMode mode, Arena arena) throws IOException {
        long byteSize = channel.size();
        try {
            return channel.map(mode, 0, byteSize, arena);
        } catch (ClosedByInterruptException | FileSystemException named) {
            throw named;
        } catch (IOException failure) {
            throw MappedFile.refusal(
                    path, "file cannot be mapped: byteSize=" + byteSize + " cause=" + failure.getMessage(), failure);
        }
    }
}
