package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;

/**
 * Stores a {@code String} in a field of as many bytes as its {@link dev.ashlar.struct.Length @Length} says: UTF-16, little-endian, padded with NULs, as the {@code WCHAR} fields of Windows. The {@code @Length} counts bytes: 64 for {@code WCHAR[32]}.
 *
 * <pre>{@code
 * @StoredBy(Utf16LittleEndianText.class) @Length(16) String name
 * }</pre>
 */
@StoredForm(name = "Bytes")
public final class Utf16LittleEndianText {
    private Utf16LittleEndianText() {}

    /**
     * Returns the bytes of the whole field. Lone surrogates are refused.
     *
     * @param byteSize the size of the field in bytes
     * @throws IllegalArgumentException if the text does not fit, holds a NUL, or has a character that cannot be stored
     */
    public static byte[] encode(String value, int byteSize) {
        return TextField.UTF_16_LITTLE_ENDIAN.encode(value, byteSize);
    }

    /** Returns the text of a field, up to its first NUL. Malformed bytes are read as U+FFFD. */
    public static String decode(byte[] field) {
        return TextField.UTF_16_LITTLE_ENDIAN.decode(field);
    }
}
