package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import org.jspecify.annotations.Nullable;

/**
 * A file that is as long as its maximum while it is mapped, for operating systems that do not shorten mapped files; it is cut
 * to the size of the memory when that is closed.
 *
 * <p>If the file outlives the process, its {@link SizeNote} says from the mapping to the cut that the file is on its way from
 * the size of the memory to the maximum. So the next writer cuts what a killed process left. Behind the size that is noted lie
 * zeros: growth notes its new size before anybody can store there.
 *
 * <p>Growth writes zeros, for the reasons that {@link FileBacking} has.
 */
final class FullLengthFile implements Backing {
    private final RandomAccessFile file;
    private final MemorySegment reserved;
    private final @Nullable WriterLock lock;
    private final Runnable onClose;

    /** The size of the memory, to which the file is cut. */
    private long byteSize;

    private @Nullable IOException refusal;

    private FullLengthFile(
            RandomAccessFile file, MemorySegment reserved, long byteSize, @Nullable WriterLock lock, Runnable onClose) {
        this.file = file;
        this.reserved = reserved;
        this.byteSize = byteSize;
        this.lock = lock;
        this.onClose = onClose;
    }

    /** As {@link FileBacking#map}; {@code onClose} runs once the memory is closed, after the file is. */
    static FullLengthFile map(
            MappableFiles files,
            RandomAccessFile file,
            long byteSize,
            long maxByteSize,
            Arena arena,
            @Nullable WriterLock lock,
            Runnable onClose)
            throws IOException {
        if (lock != null) {
            lock.note().mapping(byteSize, maxByteSize);
        }
        MemorySegment reserved = files.map(file, MapMode.READ_WRITE, maxByteSize, arena);
        return new FullLengthFile(file, reserved, byteSize, lock, onClose);
    }

    @Override
    public boolean commit(long committed, long newByteSize) {
        refusal = null;
        if (lock != null) {
            lock.requireHeld();
        }
        try {
            FileBacking.writeZeros(file, committed, newByteSize);
            if (lock != null) {
                lock.note().mapping(newByteSize, reserved.byteSize());
            }
            byteSize = newByteSize;
            return true;
        } catch (IOException refused) {
            refusal = refused;
            return false;
        }
    }

    @Override
    public @Nullable IOException refusal() {
        return refusal;
    }

    @Override
    public void flush(MemorySegment committed) throws IOException {
        if (lock != null) {
            lock.requireHeld();
        }
        committed.force();
        file.getFD().sync();
    }

    @Override
    public MemorySegment prefix(long byteSize) {
        return reserved.asSlice(0, byteSize);
    }

    @Override
    public long baseAlignment() {
        return FileBacking.BASE_ALIGNMENT;
    }

    @Override
    public boolean endsWithArena() {
        return true;
    }

    @Override
    public void cutOnClose(long committed, long cutByteSize) {
        byteSize = byteSize == committed ? cutByteSize : byteSize;
    }

    @Override
    public void close() {
        try (file) {
            if (lock != null && lock.isHeld()) {
                file.setLength(byteSize);
                lock.note().settled();
                lock.closed(byteSize);
            }
        } catch (IOException stillLong) {
            // All stores are in the page cache, and the note has the next writer cut the file.
        } finally {
            if (lock != null) {
                lock.release();
            }
            onClose.run();
        }
    }
}
