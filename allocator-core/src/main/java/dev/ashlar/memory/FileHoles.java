package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Allocates disk space for a file that may have holes: bytes that read as zeros and have no disk space yet.
 *
 * <p>A store into a hole needs disk space at that moment. If the disk is full by then, it is too late to refuse: the
 * JVM throws an {@link InternalError}, or crashes in an atomic access that is not compiled. So zeros are written over
 * anything that may be a hole before anybody can reach the memory. They are written through the file and not through
 * the mapping, whose failures are errors.
 *
 * <p>The JDK offers neither SEEK_HOLE nor the number of blocks of a file. But a unit with a byte other than 0 is not a
 * hole, so only units of zeros are written, and the contents do not change.
 */
final class FileHoles {
    /** The least and the most bytes that a file system is assumed to allocate at once: powers of two. */
    private static final int LEAST_UNIT = 512;

    private static final int MOST_UNIT = 4096;

    private static final int CHUNK = 1 << 18;

    private final Path path;
    private final RandomAccessFile file;
    private final int unit;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] zeros = new byte[CHUNK];

    private FileHoles(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
        this.unit = unit(path);
    }

    /**
     * Fills the holes in a part of a file: reads all of it, and writes the units that are zero. O(bytes).
     *
     * @param from the first byte, a multiple of the page size
     * @param to the byte after the last one, also a multiple of the page size
     * @throws IOException if the disk has no room for them, or fails, or the file is cut short meanwhile; the message
     *     names the file, whose bytes have not changed
     */
    static void fill(Path path, RandomAccessFile file, long from, long to) throws IOException {
        new FileHoles(path, file).fill(from, to);
    }

    private void fill(long from, long to) throws IOException {
        for (long start = from; start < to; start += CHUNK) {
            int length = (int) Math.min(CHUNK, to - start);
            requireLength(start + length);
            file.seek(start);
            file.readFully(chunk, 0, length);
            fillChunk(start, length);
        }
        requireLength(to);
    }

    /** Refuses a file that somebody has cut: writing would make it longer again. */
    private void requireLength(long byteSize) throws IOException {
        if (file.length() < byteSize) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "the file was cut short while it was being mapped: byteSize=" + file.length() + " before="
                            + byteSize);
        }
    }

    /** Writes over each stretch of zero units of the chunk at once. */
    private void fillChunk(long start, int length) throws IOException {
        int from = 0;
        while (from < length) {
            int to = from;
            while (to < length && isZero(to)) {
                to += unit;
            }
            if (to > from) {
                write(start + from, to - from);
            }
            from = to + unit;
        }
    }

    private boolean isZero(int start) {
        return chunk[start] == 0 && Arrays.equals(chunk, start, start + unit, zeros, 0, unit);
    }

    /**
     * The file system's unit of allocation, all of which has disk space if one byte has; the least known one if it is
     * not known.
     */
    private static int unit(Path path) {
        try {
            long blockByteSize = Files.getFileStore(path).getBlockSize();
            boolean isUsable = blockByteSize >= LEAST_UNIT && Long.bitCount(blockByteSize) == 1;
            return isUsable ? (int) Math.min(blockByteSize, MOST_UNIT) : LEAST_UNIT;
        } catch (IOException | UnsupportedOperationException unknown) {
            return LEAST_UNIT;
        }
    }

    private void write(long offset, int length) throws IOException {
        requireLength(offset + length);
        try {
            file.seek(offset);
            file.write(zeros, 0, length);
        } catch (IOException refused) {
            FileSystemException refusal = new FileSystemException(
                    path.toString(),
                    null,
                    "no room for the holes of the file: offset=" + offset + " byteSize=" + length + " reason="
                            + refused.getMessage());
            refusal.initCause(refused);
            throw refusal;
        }
    }
}
