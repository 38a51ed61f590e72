package dev.ashlar.benchmarks.peers.structs;

import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes a {@link Person}, in the way that SBE generates a message of fixed fields. */
@SuppressWarnings("ReferenceEquality") // as generated
public final class SbePersonEncoder {
    public static final int BLOCK_LENGTH = 24;

    private MutableDirectBuffer buffer = new UnsafeBuffer();
    private int offset;
    private int limit;

    public SbePersonEncoder wrap(MutableDirectBuffer buffer, int offset) {
        if (buffer != this.buffer) {
            this.buffer = buffer;
        }
        this.offset = offset;
        limit(offset + BLOCK_LENGTH);
        return this;
    }

    public int limit() {
        return limit;
    }

    public void limit(int limit) {
        this.limit = limit;
    }

    public SbePersonEncoder id(int value) {
        buffer.putInt(offset + 0, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbePersonEncoder height(double value) {
        buffer.putDouble(offset + 8, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbePersonEncoder age(int value) {
        buffer.putInt(offset + 16, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }
}
