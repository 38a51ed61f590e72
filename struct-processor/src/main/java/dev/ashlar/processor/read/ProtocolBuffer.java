package dev.ashlar.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A message in the format of Protocol Buffers: fields, each a key, which is its number and the form of its value, and that
 * value. Every method throws {@link IndexOutOfBoundsException} where the bytes are no such message.
 */
final class ProtocolBuffer {
    private static final int FORM_BITS = 3;
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int WITH_LENGTH = 2;
    private static final int FOUR_BYTES = 5;
    private static final int VARINT_BITS = 7;

    private final byte[] bytes;
    private final int end;
    private int position;

    ProtocolBuffer(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ProtocolBuffer(byte[] bytes, int position, int end) {
        this.bytes = bytes;
        this.position = position;
        this.end = end;
    }

    /** Loads an integer of variable length, and moves behind it. */
    long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += VARINT_BITS) {
            byte next = bytes[Objects.checkIndex(position, end)];
            position++;
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("integer of too many bytes");
    }

    /** Moves on; fields in front of the new position do not count. */
    void skip(int byteCount) {
        Objects.checkFromIndexSize(position, byteCount, end);
        position += byteCount;
    }

    /** The messages that are the values of a field, in order. */
    List<ProtocolBuffer> messages(int field) {
        List<ProtocolBuffer> found = new ArrayList<>();
        ProtocolBuffer each = copy();
        while (each.position < end) {
            long key = each.varint();
            int start = each.position;
            each.skipValue(key);
            if (key == ((long) field << FORM_BITS | WITH_LENGTH)) {
                ProtocolBuffer value = new ProtocolBuffer(bytes, start, each.position);
                value.varint();
                found.add(value);
            }
        }
        return found;
    }

    /** The last integer that is the value of a field; 0 without one. */
    long number(int field) {
        long found = 0;
        ProtocolBuffer each = copy();
        while (each.position < end) {
            long key = each.varint();
            if (key == ((long) field << FORM_BITS | VARINT)) {
                found = each.varint();
            } else {
                each.skipValue(key);
            }
        }
        return found;
    }

    private ProtocolBuffer copy() {
        return new ProtocolBuffer(bytes, position, end);
    }

    private void skipValue(long key) {
        switch ((int) key & ((1 << FORM_BITS) - 1)) {
            case VARINT -> varint();
            case EIGHT_BYTES -> skip(Long.BYTES);
            case WITH_LENGTH -> skip((int) varint());
            case FOUR_BYTES -> skip(Integer.BYTES);
            default -> throw new IndexOutOfBoundsException("no form of a value");
        }
    }
}
