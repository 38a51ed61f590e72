package dev.ashlar.struct.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text in fields of fixed size, in a character set and with a padding.
 *
 * @param charset the character set
 * @param unitByteSize the bytes of one code unit, 1 or 2
 * @param padding the character behind the text: NUL or a space
 */
record TextField(Charset charset, int unitByteSize, char padding) {
    static final TextField ASCII = new TextField(StandardCharsets.US_ASCII, 1, '\0');
    static final TextField ASCII_SPACES = new TextField(StandardCharsets.US_ASCII, 1, ' ');
    static final TextField LATIN_1 = new TextField(StandardCharsets.ISO_8859_1, 1, '\0');
    static final TextField LATIN_1_SPACES = new TextField(StandardCharsets.ISO_8859_1, 1, ' ');
    static final TextField UTF_16_LITTLE_ENDIAN = new TextField(StandardCharsets.UTF_16LE, 2, '\0');
    static final TextField UTF_16_BIG_ENDIAN = new TextField(StandardCharsets.UTF_16BE, 2, '\0');

    /**
     * Returns the bytes of the whole field.
     *
     * @throws IllegalArgumentException if the text would not be read back unchanged, or does not fit
     */
    byte[] encode(String value, int byteSize) {
        int nul = value.indexOf('\0');
        if (nul >= 0) {
            throw new IllegalArgumentException("text holds a NUL: index=" + nul);
        }
        if (padding == ' ' && value.endsWith(" ")) {
            throw new IllegalArgumentException("text ends with a space, as the padding of its field does");
        }
        ByteBuffer encoded;
        try {
            encoded = charset.newEncoder().encode(CharBuffer.wrap(value));
        } catch (CharacterCodingException unmappable) {
            throw new IllegalArgumentException("text has a character that " + charset + " has not", unmappable);
        }
        if (encoded.remaining() > byteSize) {
            throw new IllegalArgumentException("text does not fit its field: encodedByteSize=" + encoded.remaining()
                    + " fieldByteSize=" + byteSize);
        }
        byte[] field = new byte[byteSize];
        int length = encoded.remaining();
        encoded.get(field, 0, length);
        if (padding == ' ') {
            Arrays.fill(field, length, byteSize, (byte) ' ');
        }
        return field;
    }

    /** Returns the text of a field, up to its first NUL and without spaces that are padding. Malformed bytes are U+FFFD. */
    String decode(byte[] field) {
        int end = 0;
        while (end + unitByteSize <= field.length && !isNul(field, end)) {
            end += unitByteSize;
        }
        if (padding == ' ') {
            while (end > 0 && field[end - 1] == ' ') {
                end--;
            }
        }
        return new String(field, 0, end, charset);
    }

    private boolean isNul(byte[] field, int index) {
        for (int i = 0; i < unitByteSize; i++) {
            if (field[index + i] != 0) {
                return false;
            }
        }
        return true;
    }
}
