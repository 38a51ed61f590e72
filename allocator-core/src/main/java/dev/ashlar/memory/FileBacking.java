package dev.ashlar.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file mapped at the maximum, of which only the committed prefix exists: the size of the file is always the size of
 * the memory.
 *
 * <p>Growth writes zeros through the channel, so that a full disk is seen as a refused growth and not later as a lost
 * store. What a refused growth had written is cut off again.
 */
final class FileBacking implements Backing {
    private static final int CHUNK_BYTE_SIZE = 1 << 20;
    private static final long BASE_ALIGNMENT = 4096;

    private final FileChannel channel;
    private final MemorySegment reserved;
    private final Runnable onClose;

    private FileBacking(FileChannel channel, MemorySegment reserved, Runnable onClose) {
        this.channel = channel;
        this.reserved = reserved;
        this.onClose = onClose;
    }

    /**
     * Maps {@code maxByteSize} bytes of a file that has {@code byteSize} bytes, and keeps it that long.
     *
     * @param onClose runs once the memory is closed, after the channel
     */
    static FileBacking map(FileChannel channel, long byteSize, long maxByteSize, Arena arena, Runnable onClose)
            throws IOException {
        try {
            // Mapping for writing makes the file as long as the mapping.
            MemorySegment reserved = channel.map(FileChannel.MapMode.READ_WRITE, 0, maxByteSize, arena);
            channel.truncate(byteSize);
            return new FileBacking(channel, reserved, onClose);
        } catch (IOException | RuntimeException failure) {
            channel.truncate(byteSize);
            throw failure;
        }
    }

    /** Maps all of a file, for reading only. */
    static FileBacking mapReadOnly(FileChannel channel, Arena arena) throws IOException {
        MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        return new FileBacking(channel, mapped, () -> {});
    }

    @Override
    public boolean commit(long committed, long byteSize) {
        try {
            writeZeros(committed, byteSize);
            return true;
        } catch (IOException refused) {
            cutOff(committed);
            return false;
        }
    }

    private void writeZeros(long from, long to) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK_BYTE_SIZE, to - from));
        for (long position = from; position < to; ) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), to - position));
            position += channel.write(zeros, position);
        }
    }

    private void cutOff(long byteSize) {
        try {
            channel.truncate(byteSize);
        } catch (IOException stillLong) {
            // The bytes beyond are zeros that no address reaches; the next growth writes over them.
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
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // The mapping is gone and all stores are in the page cache: there is nothing left to lose.
        } finally {
            onClose.run();
        }
    }
}
