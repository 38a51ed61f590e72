package dev.ashlar.benchmarks.peers.structs;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A {@link Person} as a flyweight over a buffer of Agrona, as one writes it by hand. */
public final class AgronaPerson {
    private static final int ID = 0;
    private static final int HEIGHT = 8;
    private static final int AGE = 16;

    public static final int BYTE_SIZE = 24;

    private MutableDirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    public AgronaPerson wrap(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public int id() {
        return buffer.getInt(offset + ID);
    }

    public AgronaPerson id(int value) {
        buffer.putInt(offset + ID, value);
        return this;
    }

    public double height() {
        return buffer.getDouble(offset + HEIGHT);
    }

    public AgronaPerson height(double value) {
        buffer.putDouble(offset + HEIGHT, value);
        return this;
    }

    public int age() {
        return buffer.getInt(offset + AGE);
    }

    public AgronaPerson age(int value) {
        buffer.putInt(offset + AGE, value);
        return this;
    }
}
