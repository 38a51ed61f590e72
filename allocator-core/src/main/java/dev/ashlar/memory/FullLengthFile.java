package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A file that is as long as its maximum while it is mapped, for operating systems that do not shorten mapped files; it
 * is cut to the size of the memory when the memory is closed.
 *
 * <p>If the file outlives the process, its {@link SizeNote} says, from the mapping to the cut, that the file is
 * changing from the size of the memory to the maximum. So the next writer cuts off what a killed process left. Only
 * zeros lie behind the noted size: growth notes its new size before anybody can store there.
 */
final class FullLengthFile extends FileBacking {
    /** The size of the memory, to which the file is cut. */
    private long byteSize;

    FullLengthFile(
            RandomAccessFile file, MemorySegment reserved, long byteSize, @Nullable WriterLock lock, Runnable onClose) {
        super(file, reserved, lock, onClose);
        this.byteSize = byteSize;
    }

    @Override
    void extend(long committed, long newByteSize) throws IOException {
        writeZeros(committed, newByteSize);
        if (lock != null) {
            lock.note().mapping(newByteSize, reserved.byteSize());
        }
        byteSize = newByteSize;
    }

    @Override
    public void cutOnClose(long committed, long cutByteSize) {
        byteSize = byteSize == committed ? cutByteSize : byteSize;
    }

    @Override
    void settle(WriterLock held) throws IOException {
        file.setLength(byteSize);
        held.note().settled();
        held.closed(byteSize);
    }
}
