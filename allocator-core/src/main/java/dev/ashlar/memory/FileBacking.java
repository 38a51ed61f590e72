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
    private final @Nullable WriterLock lock;

    /**
     * The size that the last growth was to give the file. It is more than the memory has where that could not be cut off again,
     * or where an error came in the middle.
     */
    private long attemptedByteSize;

    /** The size that the file is cut from when it is closed, if it has that then, and the one that it is cut to. */
    private long uncutByteSize = -1;

    private long cutByteSize;

    private @Nullable IOException refusal;

    private FileBacking(RandomAccessFile file, MemorySegment reserved, @Nullable WriterLock lock) {
        this.file = file;
        this.reserved = reserved;
        this.lock = lock;
    }

    /**
     * Maps {@code maxByteSize} bytes of a file that has {@code byteSize} bytes, and keeps it that long. When this fails
     * the file is possibly longer, and the caller closes it. The caller has the {@link SizeLock} of a file that others reach.
     *
     * @param lock of the file, if it outlives the process: it notes every change of the size, and is released after the file is
     *     closed
     */
    static Backing map(
            MappableFiles files,
            RandomAccessFile file,
            long byteSize,
            long maxByteSize,
            Arena arena,
            @Nullable WriterLock lock)
            throws IOException {
        if (!files.shrinkWhileMapped()) {
            return FullLengthFile.map(files, file, byteSize, maxByteSize, arena, lock, () -> {});
        }
        if (lock != null) {
            lock.note().mapping(byteSize, maxByteSize);
        }
        // Mapping for writing makes the file as long as the mapping.
        MemorySegment reserved = files.map(file, MapMode.READ_WRITE, maxByteSize, arena);
        file.setLength(byteSize);
        if (lock != null) {
            lock.note().settled();
        }
        return new FileBacking(file, reserved, lock);
    }

    /** Maps the first {@code byteSize} bytes of a file, for reading only. When this fails the caller closes the file. */
    static FileBacking mapReadOnly(MappableFiles files, RandomAccessFile file, long byteSize, Arena arena)
            throws IOException {
        return new FileBacking(file, files.map(file, MapMode.READ_ONLY, byteSize, arena), null);
    }

    @Override
    public boolean commit(long committed, long byteSize) {
        refusal = null;
        if (lock == null) {
            return extend(committed, byteSize);
        }
        lock.requireHeld();
        try (SizeLock _ = SizeLock.take(file)) {
            requireOwnSize(lock, committed);
            return extend(committed, byteSize);
        } catch (IOException locked) {
            refusal = locked;
            return false;
        }
    }

    @Override
    public @Nullable IOException refusal() {
        return refusal;
    }

    @Override
    public long follow(long committed) {
        if (lock == null || attemptedByteSize > committed) {
            return committed;
        }
        try (SizeLock _ = SizeLock.take(file)) {
            long found = file.length();
            if (found < committed) {
                throw lock.lost("the size of the file was changed", null);
            }
            if (found > reserved.byteSize() || !Alignment.isAligned(found, LinearMemory.PAGE_BYTE_SIZE)) {
                return committed;
            }
            if (lock.note().isAllocated()) {
                // It may have been anybody who has made the file longer, by a hole.
                FileHoles.fill(lock.file(), file, committed, found);
            }
            return found;
        } catch (IOException refused) {
            refusal = refused;
            return committed;
        }
    }

    /** Zeros written over what another writer has added would be its loss. */
    private void requireOwnSize(WriterLock held, long committed) {
        try {
            long found = file.length();
            if (found < committed || found > Math.max(committed, attemptedByteSize)) {
                throw held.lost("the size of the file was changed", null);
            }
        } catch (IOException unknown) {
            throw held.lost("the size of the file cannot be read", unknown);
        }
    }

    private boolean extend(long committed, long byteSize) {
        try {
            if (lock != null) {
                lock.note().growing(committed, byteSize);
            }
            boolean isTooLong = attemptedByteSize > byteSize;
            attemptedByteSize = Math.max(attemptedByteSize, byteSize);
            writeZeros(file, committed, byteSize);
            if (isTooLong) {
                file.setLength(byteSize);
            }
            if (lock != null) {
                lock.note().settled();
            }
            attemptedByteSize = byteSize;
            return true;
        } catch (IOException refused) {
            refusal = refused;
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
            attemptedByteSize = byteSize;
            if (lock != null) {
                lock.note().settled();
            }
        } catch (IOException stillLong) {
            // The bytes beyond are zeros that no address reaches; the next growth writes over them.
        }
    }

    @Override
    public void flush(MemorySegment committed) throws IOException {
        if (!committed.isReadOnly()) {
            if (lock != null) {
                lock.requireHeld();
            }
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

    private void cut() throws IOException {
        try (SizeLock _ = SizeLock.take(file)) {
            if (file.length() == uncutByteSize) {
                file.setLength(cutByteSize);
            }
        }
    }

    @Override
    public void close() {
        try (file) {
            if (lock != null && lock.isHeld()) {
                if (uncutByteSize >= 0) {
                    cut();
                }
                lock.closed(file.length());
            }
        } catch (IOException asItWas) {
            // The mapping is gone and all stores are in the page cache: there is nothing left to lose.
        } finally {
            if (lock != null) {
                lock.release();
            }
        }
    }
}
