package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * The operations of one operating system on mapped files. Where {@link #shrinkWhileMapped} is {@code false}, no file
 * may be cut or deleted while any of it is mapped.
 */
interface MappableFiles {
    /** Returns whether a file can be shortened, and its name deleted, while it is mapped: not on Windows. */
    boolean shrinkWhileMapped();

    /** Opens a file, as {@link RandomAccessFile} does; {@code "rw"} creates it if it does not exist. */
    RandomAccessFile open(Path path, String mode) throws IOException;

    /** Creates a file whose holes take no disk space, where the file system has such files. */
    void createSparse(Path path) throws IOException;

    /** Maps the start of a file, which becomes as long as the mapping if it is mapped for writing. */
    MemorySegment map(RandomAccessFile file, MapMode mode, long byteSize, Arena arena) throws IOException;

    /** Deletes a file that is neither open nor mapped, or only its name. */
    void delete(Path path) throws IOException;
}
