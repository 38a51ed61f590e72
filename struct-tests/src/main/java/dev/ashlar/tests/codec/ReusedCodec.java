package dev.ashlar.tests.codec;

import dev.ashlar.struct.StoredForm;

/** Stores a hash by one array, which it returns each time. */
@StoredForm(byteSize = 3)
final class ReusedCodec {
    private static final byte[] ARRAY = new byte[3];

    private ReusedCodec() {}

    public static byte[] encode(Hash hash) {
        System.arraycopy(hash.bytes(), 0, ARRAY, 0, ARRAY.length);
        return ARRAY;
    }

    public static Hash decode(byte[] bytes) {
        return HashCodec.decode(bytes);
    }
}
