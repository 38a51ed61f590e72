package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import dev.ashlar.text.StringBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A string in a field of fixed size: UTF-8, padded with NUL bytes; one that fills its field has no NUL. For generated
 * code.
 *
 * <p>A stored string is read back unchanged: {@link #encode} refuses a string for which that is not possible. Each
 * operation takes time in proportion to the size of the field.
 */
public final class FixedString {
    private FixedString() {}

    /**
     * Returns the bytes of the whole field for {@code value}.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     * @param byteSize the size of the field in bytes
     * @throws IllegalArgumentException if {@code value} needs more bytes, or holds a NUL or a lone surrogate
     * @throws NullPointerException if {@code value} is {@code null}; the message names the component
     */
    public static byte[] encode(Object component, String value, int byteSize) {
        if (value == null) {
            throw new NullPointerException("a string component cannot be null: " + ComponentPath.facts(component));
        }
        requireNoNul(component, value);
        requireNoLoneSurrogate(component, value);
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > byteSize) {
            throw new IllegalArgumentException(
                    "string does not fit its field; shorten it, or give the component a larger @Length or a @Tail: "
                            + ComponentPath.facts(component) + " utf8ByteSize=" + utf8.length + " fieldByteSize="
                            + byteSize);
        }
        return Arrays.copyOf(utf8, byteSize);
    }

    /**
     * Returns the string in a field: its bytes up to the first NUL, or all of them. Malformed UTF-8 is read as U+FFFD.
     *
     * @param byteOffset the offset of the field in {@code memory}
     * @param byteSize the size of the field in bytes
     */
    public static String load(Memory memory, long byteOffset, int byteSize) {
        return memory.loadString(byteOffset, byteSize);
    }

    /** The number of bytes of a field that belong to its string. */
    public static int length(byte[] field) {
        return StringBytes.length(field);
    }

    private static void requireNoNul(Object component, String value) {
        int index = StringBytes.nul(value);
        if (index >= 0) {
            throw StringBytes.holdsNul(facts(component), index);
        }
    }

    /** Refuses a string that UTF-8 cannot encode. */
    static void requireNoLoneSurrogate(Object component, String value) {
        int index = StringBytes.loneSurrogate(value);
        if (index >= 0) {
            throw StringBytes.holdsLoneSurrogate(facts(component), value, index);
        }
    }

    private static String facts(Object component) {
        return ComponentPath.facts(component) + " ";
    }
}
