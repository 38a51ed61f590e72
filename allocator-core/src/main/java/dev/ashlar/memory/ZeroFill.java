package dev.ashlar.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Extends a file by writing zeros, so that the file system has really given the room. */
final class ZeroFill {
    private static final int CHUNK_BYTE_SIZE = 1 << 20;

    private ZeroFill() {}

    /** Writes zeros from byte {@code from} to byte {@code to} of the file. */
    static void write(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK_BYTE_SIZE, to - from));
        for (long position = from; position < to; ) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), to - position));
            position += channel.write(zeros, position);
        }
    }
}
