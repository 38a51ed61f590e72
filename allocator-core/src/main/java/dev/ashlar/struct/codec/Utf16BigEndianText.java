package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;

/**
 * Stores a {@code String} in a field of as many bytes as its {@link dev.ashlar.struct.Length @Length} says: UTF-16, big-endian, padded with NULs. The {@code @Length} counts bytes, two for each code unit.
 *
 * <pre>{@code
 * @StoredBy(Utf16BigEndianText.class) @Length(16) String name
 * }</pre>
 */
@StoredForm(name = "Bytes")
public final class Utf16BigEndianText {
    private Utf16BigEndianText() {}

    /**
     * Returns the bytes of the whole field. Lone surrogates are refused.
     *
     * @param byteSize the size of the field in bytes
     * @throws IllegalArgumentException if the text does not fit, holds a NUL, or has a character that cannot be stored
     */
    public static byte[] encode(String value, int byteSize) {
        return TextField.UTF_16_BIG_ENDIAN.encode(value, byteSize);
    }

    /** Returns the text of a field, up to its first NUL. Malformed bytes are read as U+FFFD. */
    public static String decode(byte[] field) {
        return TextField.UTF_16_BIG_ENDIAN.decode(field);
    }
}
