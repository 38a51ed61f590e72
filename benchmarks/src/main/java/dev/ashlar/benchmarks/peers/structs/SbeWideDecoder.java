package dev.ashlar.benchmarks.peers.structs;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads a {@link TwentyFour}, in the way that SBE generates a message of fixed fields. */
@SuppressWarnings("ReferenceEquality") // as generated
public final class SbeWideDecoder {
    public static final int BLOCK_LENGTH = 144;
    public static final int SCHEMA_VERSION = 0;

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;
    private int limit;
    private int actingBlockLength;
    private int actingVersion;

    public SbeWideDecoder wrap(DirectBuffer buffer, int offset, int actingBlockLength, int actingVersion) {
        if (buffer != this.buffer) {
            this.buffer = buffer;
        }
        this.offset = offset;
        this.actingBlockLength = actingBlockLength;
        this.actingVersion = actingVersion;
        limit(offset + actingBlockLength);
        return this;
    }

    public SbeWideDecoder sbeRewind() {
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

    public int c0() {
        return buffer.getInt(offset + 0, ByteOrder.LITTLE_ENDIAN);
    }

    public int c1() {
        return buffer.getInt(offset + 4, ByteOrder.LITTLE_ENDIAN);
    }

    public long c2() {
        return buffer.getLong(offset + 8, ByteOrder.LITTLE_ENDIAN);
    }

    public double c3() {
        return buffer.getDouble(offset + 16, ByteOrder.LITTLE_ENDIAN);
    }

    public int c4() {
        return buffer.getInt(offset + 24, ByteOrder.LITTLE_ENDIAN);
    }

    public int c5() {
        return buffer.getInt(offset + 28, ByteOrder.LITTLE_ENDIAN);
    }

    public long c6() {
        return buffer.getLong(offset + 32, ByteOrder.LITTLE_ENDIAN);
    }

    public double c7() {
        return buffer.getDouble(offset + 40, ByteOrder.LITTLE_ENDIAN);
    }

    public int c8() {
        return buffer.getInt(offset + 48, ByteOrder.LITTLE_ENDIAN);
    }

    public int c9() {
        return buffer.getInt(offset + 52, ByteOrder.LITTLE_ENDIAN);
    }

    public long c10() {
        return buffer.getLong(offset + 56, ByteOrder.LITTLE_ENDIAN);
    }

    public double c11() {
        return buffer.getDouble(offset + 64, ByteOrder.LITTLE_ENDIAN);
    }

    public int c12() {
        return buffer.getInt(offset + 72, ByteOrder.LITTLE_ENDIAN);
    }

    public int c13() {
        return buffer.getInt(offset + 76, ByteOrder.LITTLE_ENDIAN);
    }

    public long c14() {
        return buffer.getLong(offset + 80, ByteOrder.LITTLE_ENDIAN);
    }

    public double c15() {
        return buffer.getDouble(offset + 88, ByteOrder.LITTLE_ENDIAN);
    }

    public int c16() {
        return buffer.getInt(offset + 96, ByteOrder.LITTLE_ENDIAN);
    }

    public int c17() {
        return buffer.getInt(offset + 100, ByteOrder.LITTLE_ENDIAN);
    }

    public long c18() {
        return buffer.getLong(offset + 104, ByteOrder.LITTLE_ENDIAN);
    }

    public double c19() {
        return buffer.getDouble(offset + 112, ByteOrder.LITTLE_ENDIAN);
    }

    public int c20() {
        return buffer.getInt(offset + 120, ByteOrder.LITTLE_ENDIAN);
    }

    public int c21() {
        return buffer.getInt(offset + 124, ByteOrder.LITTLE_ENDIAN);
    }

    public long c22() {
        return buffer.getLong(offset + 128, ByteOrder.LITTLE_ENDIAN);
    }

    public double c23() {
        return buffer.getDouble(offset + 136, ByteOrder.LITTLE_ENDIAN);
    }
}
