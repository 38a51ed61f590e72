package dev.ashlar.text;

import java.nio.charset.StandardCharsets;

/**
 * The rule for strings in memory, whoever stores them: UTF-8, which ends before the first NUL of its field. Only strings
 * that can be read back unchanged are stored.
 */
public final class StringBytes {
    private StringBytes() {}

    /** The string in a field: its bytes up to the first NUL, or all. Malformed UTF-8 is read as U+FFFD. */
    public static String decode(byte[] field) {
        return new String(field, 0, length(field), StandardCharsets.UTF_8);
    }

    /** The number of bytes of a field that belong to its string. */
    public static int length(byte[] field) {
        int length = 0;
        while (length < field.length && field[length] != 0) {
            length++;
        }
        return length;
    }

    /**
     * The bytes of a string, without a NUL.
     *
     * @throws IllegalArgumentException if it holds a NUL or a lone surrogate
     */
    public static byte[] encode(String value) {
        int nul = nul(value);
        if (nul >= 0) {
            throw holdsNul("", nul);
        }
        int surrogate = loneSurrogate(value);
        if (surrogate >= 0) {
            throw holdsLoneSurrogate("", value, surrogate);
        }
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** The index of the first NUL, at which the string would end when read, or -1. */
    public static int nul(String value) {
        return value.indexOf(0);
    }

    /** The index of the first lone surrogate, which UTF-8 cannot encode, or -1. */
    public static int loneSurrogate(String value) {
        for (int index = 0; index < value.length(); ) {
            int codePoint = value.codePointAt(index);
            if (Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE) {
                return index;
            }
            index += Character.charCount(codePoint);
        }
        return -1;
    }

    /**
     * The exception for a string with a NUL.
     *
     * @param facts of the message, each with a space after it
     * @param index of the NUL
     */
    public static IllegalArgumentException holdsNul(String facts, int index) {
        return new IllegalArgumentException(
                "string holds a NUL, where it would end when read: " + facts + "index=" + index);
    }

    /**
     * The exception for a string with a lone surrogate.
     *
     * @param facts of the message, each with a space after it
     * @param index of the surrogate
     */
    public static IllegalArgumentException holdsLoneSurrogate(String facts, String value, int index) {
        return new IllegalArgumentException("string holds a lone surrogate, which UTF-8 cannot encode: " + facts
                + "index=" + index + " codeUnit=" + Integer.toHexString(value.charAt(index)));
    }
}
