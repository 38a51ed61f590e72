package dev.ashlar.benchmarks.peers.structs;

import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes a {@link TwentyFour}, in the way that SBE generates a message of fixed fields. */
@SuppressWarnings("ReferenceEquality") // as generated
public final class SbeWideEncoder {
    public static final int BLOCK_LENGTH = 144;

    private MutableDirectBuffer buffer = new UnsafeBuffer();
    private int offset;
    private int limit;

    public SbeWideEncoder wrap(MutableDirectBuffer buffer, int offset) {
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

    public SbeWideEncoder c0(int value) {
        buffer.putInt(offset + 0, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c1(int value) {
        buffer.putInt(offset + 4, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c2(long value) {
        buffer.putLong(offset + 8, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c3(double value) {
        buffer.putDouble(offset + 16, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c4(int value) {
        buffer.putInt(offset + 24, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c5(int value) {
        buffer.putInt(offset + 28, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c6(long value) {
        buffer.putLong(offset + 32, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c7(double value) {
        buffer.putDouble(offset + 40, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c8(int value) {
        buffer.putInt(offset + 48, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c9(int value) {
        buffer.putInt(offset + 52, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c10(long value) {
        buffer.putLong(offset + 56, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c11(double value) {
        buffer.putDouble(offset + 64, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c12(int value) {
        buffer.putInt(offset + 72, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c13(int value) {
        buffer.putInt(offset + 76, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c14(long value) {
        buffer.putLong(offset + 80, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c15(double value) {
        buffer.putDouble(offset + 88, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c16(int value) {
        buffer.putInt(offset + 96, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c17(int value) {
        buffer.putInt(offset + 100, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c18(long value) {
        buffer.putLong(offset + 104, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c19(double value) {
        buffer.putDouble(offset + 112, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c20(int value) {
        buffer.putInt(offset + 120, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c21(int value) {
        buffer.putInt(offset + 124, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c22(long value) {
        buffer.putLong(offset + 128, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    public SbeWideEncoder c23(double value) {
        buffer.putDouble(offset + 136, value, ByteOrder.LITTLE_ENDIAN);
        return this;
    }
}
