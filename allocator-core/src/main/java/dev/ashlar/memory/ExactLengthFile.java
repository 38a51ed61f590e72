package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A file mapped at the maximum, of which only the committed prefix exists: the size of the file is always the size of
 * the memory. Whatever a refused growth wrote is cut off again.
 */
final class ExactLengthFile extends FileBacking {
    /**
     * The size that the last growth meant to give the file. It is greater than the memory's where a refused growth
     * could not be cut off again, or where an error came in the middle.
     */
    private long attemptedByteSize;

    /**
     * The size from which the file is cut when it is closed, if it still has that size, and the size to which it is
     * cut.
     */
    private long uncutByteSize = -1;

    private long cutByteSize;

    ExactLengthFile(RandomAccessFile file, MemorySegment reserved, @Nullable WriterLock lock, Runnable onClose) {
        super(file, reserved, lock, onClose);
    }

    @Override
    void extend(long committed, long byteSize) throws IOException {
        if (lock == null) {
            write(committed, byteSize);
            return;
        }
        try (SizeLock _ = SizeLock.take(file)) {
            requireOwnSize(lock, committed);
            write(committed, byteSize);
        }
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
                // Anybody may have made the file longer, by a hole.
                FileHoles.fill(lock.file(), file, committed, found);
            }
            return found;
        } catch (IOException refused) {
            refused(refused);
            return committed;
        }
    }

    /** Refuses to grow a file that another writer has lengthened: zeros would overwrite that writer's data. */
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

    private void write(long committed, long byteSize) throws IOException {
        try {
            if (lock != null) {
                lock.note().growing(committed, byteSize);
            }
            boolean isTooLong = attemptedByteSize > byteSize;
            attemptedByteSize = Math.max(attemptedByteSize, byteSize);
            writeZeros(committed, byteSize);
            if (isTooLong) {
                file.setLength(byteSize);
            }
            if (lock != null) {
                lock.note().settled();
            }
            attemptedByteSize = byteSize;
        } catch (IOException refused) {
            cutOff(committed);
            throw refused;
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
    void settle(WriterLock held) throws IOException {
        if (uncutByteSize >= 0) {
            cut();
        }
        held.closed(file.length());
    }
}
