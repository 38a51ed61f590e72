package dev.ashlar.memory;

import java.nio.charset.StandardCharsets;

/** Strings in memory: UTF-8 up to the first NUL. Only strings that can be read back unchanged are stored. */
final class StringBytes {
    private static final long ONES = 0x0101010101010101L;
    private static final long SIGNS = 0x8080808080808080L;

    private StringBytes() {}

    /** The offset of the first NUL from {@code offset} on, or -1 if there is none up to the end of the handle. */
    static long end(Memory memory, long offset) {
        memory.checkRange(offset, 0);
        long end = memory.length();
        long at = offset;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long bytes = memory.loadI64(at);
            // The lowest sign that is set belongs to the first byte that is 0.
            long nuls = (bytes - ONES) & ~bytes & SIGNS;
            if (nuls != 0) {
                return at + Long.numberOfTrailingZeros(nuls) / Byte.SIZE;
            }
        }
        for (; at < end; at++) {
            if (memory.loadI8(at) == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The string in a field: its bytes up to the first NUL, or all. Malformed UTF-8 is read as U+FFFD. */
    static String decode(byte[] field) {
        int length = 0;
        while (length < field.length && field[length] != 0) {
            length++;
        }
        return new String(field, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * The bytes of a string, without a NUL.
     *
     * @throws IllegalArgumentException if it holds a NUL or a lone surrogate
     */
    static byte[] encode(String value) {
        int nul = value.indexOf(0);
        if (nul >= 0) {
            throw new IllegalArgumentException("string holds a NUL, where it would end when read: index=" + nul);
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int surrogate = loneSurrogate(value);
        if (surrogate >= 0) {
            throw new IllegalArgumentException("string holds a lone surrogate, which UTF-8 cannot encode: index="
                    + surrogate + " codeUnit=" + Integer.toHexString(value.charAt(surrogate)));
        }
        return utf8;
    }

    /** The index of the first lone surrogate, or -1. */
    private static int loneSurrogate(String value) {
        for (int index = 0; index < value.length(); ) {
            int codePoint = value.codePointAt(index);
            if (Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE) {
                return index;
            }
            index += Character.charCount(codePoint);
        }
        return -1;
    }
}
