package dev.ashlar.benchmarks.peers.structs;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads a {@link Person}, in the way that SBE generates a message of fixed fields. */
@SuppressWarnings("ReferenceEquality") // as generated
public final class SbePersonDecoder {
    public static final int BLOCK_LENGTH = 24;
    public static final int SCHEMA_VERSION = 0;

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;
    private int limit;
    private int actingBlockLength;
    private int actingVersion;

    public SbePersonDecoder wrap(DirectBuffer buffer, int offset, int actingBlockLength, int actingVersion) {
        if (buffer != this.buffer) {
            this.buffer = buffer;
        }
        this.offset = offset;
        this.actingBlockLength = actingBlockLength;
        this.actingVersion = actingVersion;
        limit(offset + actingBlockLength);
        return this;
    }

    public SbePersonDecoder sbeRewind() {
        return wrap(buffer, offset, actingBlockLength, actingVersion);
    }

    public int limit() {
        return limit;
    }

    public void limit(int limit) {
        this.limit = limit;
    }

    public int actingVersion() {
        return actingVersion;
    }

    public int id() {
        return buffer.getInt(offset + 0, ByteOrder.LITTLE_ENDIAN);
    }

    public double height() {
        return buffer.getDouble(offset + 8, ByteOrder.LITTLE_ENDIAN);
    }

    public int age() {
        return buffer.getInt(offset + 16, ByteOrder.LITTLE_ENDIAN);
    }
}
