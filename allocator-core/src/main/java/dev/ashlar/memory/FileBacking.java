package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import org.jspecify.annotations.Nullable;

/**
 * A file mapped at the maximum, of which only the committed prefix exists: the size of the file is always the size of
 * the memory. Operating systems that do not shorten mapped files have a {@link FullLengthFile} instead.
 *
 * <p>Growth writes zeros, so that a full disk is seen as a refused growth and not later as a lost store. What a refused
 * growth had written is cut off again. It writes through {@link RandomAccessFile} and not through the channel, which
 * closes itself, and with it the memory's ability to grow, when the thread is interrupted.
 */
final class FileBacking implements Backing {
    private static final byte[] ZEROS = new byte[1 << 16];
    static final long BASE_ALIGNMENT = 4096;

    private final RandomAccessFile file;
    private final MemorySegment reserved;
    private final @Nullable SizeNote note;
    private final Runnable onClose;

    /** The size that the file is cut from when it is closed, if it has that then, and the one that it is cut to. */
    private long uncutByteSize = -1;

    private long cutByteSize;

    private FileBacking(RandomAccessFile file, MemorySegment reserved, @Nullable SizeNote note, Runnable onClose) {
        this.file = file;
        this.reserved = reserved;
        this.note = note;
        this.onClose = onClose;
    }

    /**
     * Maps {@code maxByteSize} bytes of a file that has {@code byteSize} bytes, and keeps it that long. When this fails
     * the file is possibly longer, and the caller closes it.
     *
     * @param note told of every change of the size, if the file outlives the process
     * @param onClose runs once the memory is closed, after the file is
     */
    static Backing map(
            MappableFiles files,
            RandomAccessFile file,
            long byteSize,
            long maxByteSize,
            Arena arena,
            @Nullable SizeNote note,
            Runnable onClose)
            throws IOException {
        if (!files.shrinkWhileMapped()) {
            return FullLengthFile.map(files, file, byteSize, maxByteSize, arena, note, onClose);
        }
        if (note != null) {
            note.changing(byteSize, maxByteSize);
        }
        // Mapping for writing makes the file as long as the mapping.
        MemorySegment reserved = files.map(file, MapMode.READ_WRITE, maxByteSize, arena);
        file.setLength(byteSize);
        if (note != null) {
            note.settled();
        }
        return new FileBacking(file, reserved, note, onClose);
    }

    /** Maps all of a file, for reading only. When this fails the caller closes the file. */
    static FileBacking mapReadOnly(MappableFiles files, RandomAccessFile file, Arena arena) throws IOException {
        MemorySegment mapped = files.map(file, MapMode.READ_ONLY, file.length(), arena);
        return new FileBacking(file, mapped, null, () -> {});
    }

    @Override
    public boolean commit(long committed, long byteSize) {
        try {
            if (note != null) {
                note.changing(committed, byteSize);
            }
            writeZeros(file, committed, byteSize);
            if (note != null) {
                note.settled();
            }
            return true;
        } catch (IOException refused) {
            cutOff(committed);
            return false;
        }
    }

    /** Writes zeros, so that the disk has room for them or says that it has not. */
    static void writeZeros(RandomAccessFile file, long from, long to) throws IOException {
        file.seek(from);
        for (long left = to - from; left > 0; left -= ZEROS.length) {
            file.write(ZEROS, 0, (int) Math.min(ZEROS.length, left));
        }
    }

    private void cutOff(long byteSize) {
        try {
            file.setLength(byteSize);
            if (note != null) {
                note.settled();
            }
        } catch (IOException stillLong) {
            // The bytes beyond are zeros that no address reaches; the next growth writes over them.
        }
    }

    @Override
    public void flush(MemorySegment committed) throws IOException {
        if (!committed.isReadOnly()) {
            committed.force();
            file.getFD().sync();
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
    public void cutOnClose(long committed, long byteSize) {
        cutByteSize = byteSize;
        uncutByteSize = committed;
    }

    @Override
    public void close() {
        try (file) {
            if (file.length() == uncutByteSize) {
                file.setLength(cutByteSize);
            }
        } catch (IOException asItWas) {
            // The mapping is gone and all stores are in the page cache: there is nothing left to lose.
        } finally {
            onClose.run();
        }
    }
}
