package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;

/**
 * Stores a {@code String} in a field of as many bytes as its {@link dev.ashlar.struct.Length @Length} says: ASCII, padded with spaces, as in the headers of {@code ar} archives and FITS files.
 *
 * <pre>{@code
 * @StoredBy(AsciiSpaces.class) @Length(16) String name
 * }</pre>
 */
@StoredForm(name = "Bytes")
public final class AsciiSpaces {
    private AsciiSpaces() {}

    /**
     * Returns the bytes of the whole field. Characters beyond ASCII are refused, and text that ends with a space.
     *
     * @param byteSize the size of the field in bytes
     * @throws IllegalArgumentException if the text does not fit, holds a NUL, or has a character that cannot be stored
     */
    public static byte[] encode(String value, int byteSize) {
        return TextField.ASCII_SPACES.encode(value, byteSize);
    }

    /** Returns the text of a field, up to its first NUL and without trailing spaces. Malformed bytes are read as U+FFFD. */
    public static String decode(byte[] field) {
        return TextField.ASCII_SPACES.decode(field);
    }
}
