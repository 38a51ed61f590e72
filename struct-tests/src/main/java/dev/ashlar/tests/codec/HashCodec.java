package dev.ashlar.tests.codec;

import dev.ashlar.struct.StoredForm;
import java.util.HexFormat;

/** Stores a hash as three bytes, whatever its length. */
@StoredForm(byteSize = 3)
final class HashCodec {
    private HashCodec() {}

    public static byte[] encode(Hash hash) {
        return hash.bytes();
    }

    public static Hash decode(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }
}
