package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What the sibling file of a mapped file says about its size: 16 bytes, all 0 but while the size changes. Then they are
 * the size that the file has for its users and the one that it is on its way to, big-endian.
 *
 * <p>A process that is killed while it maps or grows a file leaves it longer than the memory was, by holes that no disk
 * space stands behind or by a part of a page. The next writer reads the note and cuts that off. It cuts off zeros only:
 * whoever puts another file in the place of the one that was noted loses nothing.
 *
 * <p>Writes through {@link RandomAccessFile}, since a channel closes itself, and so gives up the lock on the sibling,
 * when the thread is interrupted.
 */
final class SizeNote {
    private static final int BYTE_SIZE = 2 * Long.BYTES;
    private static final int CHUNK_BYTE_SIZE = 1 << 20;

    private final RandomAccessFile sibling;

    SizeNote(RandomAccessFile sibling) {
        this.sibling = sibling;
    }

    /** Says that the file is on its way from one size to another. */
    void changing(long byteSize, long newByteSize) throws IOException {
        write(byteSize, newByteSize);
    }

    /** Says that the file has the size that it should have. */
    void settled() throws IOException {
        write(0, 0);
    }

    /** Gives a file back the size from which a killed process was changing it, if there was any. */
    void settle(RandomAccessFile file) throws IOException {
        if (sibling.length() < BYTE_SIZE) {
            settled();
            return;
        }
        sibling.seek(0);
        long byteSize = sibling.readLong();
        long newByteSize = sibling.readLong();
        long found = file.length();
        if (byteSize >= 0 && found > byteSize && found <= newByteSize && isZeroFrom(file, byteSize)) {
            file.setLength(byteSize);
        }
        if (newByteSize != 0) {
            settled();
        }
    }

    /** In one write, which is in the file as a whole or not at all. */
    private void write(long byteSize, long newByteSize) throws IOException {
        byte[] note = ByteBuffer.allocate(BYTE_SIZE)
                .putLong(byteSize)
                .putLong(newByteSize)
                .array();
        sibling.seek(0);
        sibling.write(note);
    }

    private static boolean isZeroFrom(RandomAccessFile file, long start) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTE_SIZE];
        byte[] zeros = new byte[CHUNK_BYTE_SIZE];
        file.seek(start);
        for (int read = file.read(chunk); read >= 0; read = file.read(chunk)) {
            if (!Arrays.equals(chunk, 0, read, zeros, 0, read)) {
                return false;
            }
        }
        return true;
    }
}
