package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;

/**
 * A string as the key of a map, compared with strings in fields of fixed length, {@link FixedString}: its hash and its
 * equality, without a copy of its bytes. A string that no field can hold is equal to none.
 */
public final class KeyText {
    /** A character that no field holds: a NUL, or a lone surrogate. */
    private static final long NOTHING = -1;

    private KeyText() {}

    /** Returns {@link KeyBytes#hash} of the field of {@code length} bytes that holds {@code text}; any number if none can. */
    public static long hash(long hash, long multiplier, String text, int length) {
        long hashed = hash;
        long word = 0;
        int size = 0;
        for (int index = 0; index < text.length() && size < length; index++) {
            long encoded = encoded(text, index);
            if (encoded == NOTHING) {
                return hashed;
            }
            int count = count(encoded);
            index += count >> 2;
            for (int each = 0; each < count; each++) {
                word |= unit(encoded, each) << (size * Byte.SIZE);
                size++;
                if (size % Long.BYTES == 0) {
                    hashed = MapHash.with(hashed, multiplier, word);
                    word = 0;
                }
            }
        }
        for (int from = size - size % Long.BYTES; from < length; from += Long.BYTES) {
            hashed = MapHash.with(hashed, multiplier, word);
            word = 0;
        }
        return hashed;
    }

    /** Returns whether the field of {@code length} bytes at {@code byteOffset} holds {@code text}. */
    public static boolean equal(Memory memory, long byteOffset, int length, String text) {
        int size = 0;
        for (int index = 0; index < text.length(); index++) {
            long encoded = encoded(text, index);
            int count = count(encoded);
            if (encoded == NOTHING || size + count > length) {
                return false;
            }
            index += count >> 2;
            for (int each = 0; each < count; each++) {
                if (memory.loadU8(byteOffset + size) != unit(encoded, each)) {
                    return false;
                }
                size++;
            }
        }
        return size == length || memory.loadI8(byteOffset + size) == 0;
    }

    /** The number of bytes of a character; one of four takes two {@code char}s. */
    private static int count(long encoded) {
        return (int) (encoded >>> Integer.SIZE);
    }

    /** One of the bytes of a character. */
    private static long unit(long encoded, int index) {
        return (encoded >>> (index * Byte.SIZE)) & 0xFF;
    }

    /** The bytes of the character at an index in UTF-8, the first one lowest, and above them their number. */
    private static long encoded(String text, int index) {
        int unit = text.charAt(index);
        if (unit < 0x80) {
            return unit == 0 ? NOTHING : 1L << Integer.SIZE | unit;
        }
        if (unit < 0x800) {
            return 2L << Integer.SIZE | following(unit, 0, 1) | 0xC0 | unit >> 6;
        }
        if (!Character.isSurrogate((char) unit)) {
            return 3L << Integer.SIZE | following(unit, 0, 2) | following(unit, 6, 1) | 0xE0 | unit >> 12;
        }
        int point = text.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(point)) {
            return NOTHING;
        }
        return 4L << Integer.SIZE
                | following(point, 0, 3)
                | following(point, 6, 2)
                | following(point, 12, 1)
                | 0xF0
                | point >> 18;
    }

    /** One of the bytes after the first, at its place. */
    private static long following(int point, int shift, int place) {
        return (0x80L | ((point >> shift) & 0x3F)) << (place * Byte.SIZE);
    }
}
