package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * Stores a {@code UUID} as 16 bytes in the order of RFC 9562, section 4, which is the order of its text: Arrow's
 * arrow.uuid. The byte order of the struct does not matter.
 */
@StoredForm(name = "Bytes", byteSize = 16)
public final class UuidBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private UuidBytes() {}

    /** Returns the 16 bytes, the most significant first. */
    public static byte[] encode(UUID value) {
        byte[] bytes = new byte[16];
        LONGS.set(bytes, 0, value.getMostSignificantBits());
        LONGS.set(bytes, 8, value.getLeastSignificantBits());
        return bytes;
    }

    /** Returns the UUID of 16 bytes. */
    public static UUID decode(byte[] bytes) {
        return new UUID((long) LONGS.get(bytes, 0), (long) LONGS.get(bytes, 8));
    }
}
