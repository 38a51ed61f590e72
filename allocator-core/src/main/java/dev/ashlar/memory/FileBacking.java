package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import org.jspecify.annotations.Nullable;

/**
 * A file mapped at the maximum. Where the operating system can shorten mapped files, the file has the size of the
 * memory ({@link ExactLengthFile}), elsewhere that of the mapping ({@link FullLengthFile}).
 *
 * <p>Growth writes zeros, so that a full disk shows as a refused growth and not as a store lost later. It writes
 * through {@link RandomAccessFile} and not through the channel, which closes itself, and with it the memory's ability
 * to grow, when the thread is interrupted.
 */
abstract class FileBacking implements Backing {
    private static final long BASE_ALIGNMENT = 4096;
    private static final byte[] ZEROS = new byte[1 << 16];

    final RandomAccessFile file;
    final MemorySegment reserved;

    /**
     * The lock of a file that outlives the process: notes every change of the size, and is released after the file is
     * closed.
     */
    final @Nullable WriterLock lock;

    private final Runnable onClose;
    private @Nullable IOException refusal;

    FileBacking(RandomAccessFile file, MemorySegment reserved, @Nullable WriterLock lock, Runnable onClose) {
        this.file = file;
        this.reserved = reserved;
        this.lock = lock;
        this.onClose = onClose;
    }

    /**
     * Maps {@code maxByteSize} bytes of a file that has {@code byteSize} bytes. When this fails, the file may be longer
     * than before, and the caller closes it. The caller holds the {@link SizeLock} of a file that others can reach.
     *
     * @param lock of the file, if it outlives the process
     * @param onClose runs once the memory is closed, after the file is
     */
    static Backing map(
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
        // Mapping for writing makes the file as long as the mapping.
        MemorySegment reserved = files.map(file, MapMode.READ_WRITE, maxByteSize, arena);
        if (!files.shrinkWhileMapped()) {
            return new FullLengthFile(file, reserved, byteSize, lock, onClose);
        }
        file.setLength(byteSize);
        if (lock != null) {
            lock.note().settled();
        }
        return new ExactLengthFile(file, reserved, lock, onClose);
    }

    /**
     * Maps the first {@code byteSize} bytes of a file, for reading only. When this fails, the caller closes the file.
     *
     * @param onClose runs once the memory is closed, after the file is
     */
    static Backing mapReadOnly(MappableFiles files, RandomAccessFile file, long byteSize, Arena arena, Runnable onClose)
            throws IOException {
        return new ExactLengthFile(file, files.map(file, MapMode.READ_ONLY, byteSize, arena), null, onClose);
    }

    /** Commits as {@link #commit} does; called with the lock held, if there is one. */
    abstract void extend(long committed, long byteSize) throws IOException;

    /** Gives the file the size that it should have when closed, and notes it. */
    abstract void settle(WriterLock held) throws IOException;

    @Override
    public final boolean commit(long committed, long byteSize) {
        refusal = null;
        if (lock != null) {
            lock.requireHeld();
        }
        try {
            extend(committed, byteSize);
            return true;
        } catch (IOException refused) {
            refusal = refused;
            return false;
        }
    }

    /** Writes zeros, so that the disk either has room for them or reports that it has not. */
    final void writeZeros(long from, long to) throws IOException {
        file.seek(from);
        for (long left = to - from; left > 0; left -= ZEROS.length) {
            file.write(ZEROS, 0, (int) Math.min(ZEROS.length, left));
        }
    }

    /** Remembers why the file could not be extended. */
    final void refused(IOException failure) {
        refusal = failure;
    }

    @Override
    public final @Nullable IOException refusal() {
        return refusal;
    }

    @Override
    public final void flush(MemorySegment committed) throws IOException {
        if (!committed.isReadOnly()) {
            if (lock != null) {
                lock.requireHeld();
            }
            committed.force();
            file.getFD().sync();
        }
    }

    @Override
    public final MemorySegment prefix(long byteSize) {
        return reserved.asSlice(0, byteSize);
    }

    @Override
    public final long baseAlignment() {
        return BASE_ALIGNMENT;
    }

    @Override
    public final boolean endsWithArena() {
        return true;
    }

    @Override
    public final void close() {
        try (file) {
            if (lock != null && lock.isHeld()) {
                settle(lock);
            }
        } catch (IOException asItWas) {
            // The mapping is gone and all stores are in the page cache: nothing is lost, and because of the note the
            // next writer cuts off what is too long.
        } finally {
            if (lock != null) {
                lock.release();
            }
            onClose.run();
        }
    }
}
