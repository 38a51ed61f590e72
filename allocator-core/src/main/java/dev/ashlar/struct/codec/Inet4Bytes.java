package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Stores an {@code Inet4Address} as 4 bytes in network order, as C's {@code struct in_addr}. A host name that it was
 * made with is not stored; it is not part of equality either.
 */
@StoredForm(name = "Bytes", byteSize = 4)
public final class Inet4Bytes {
    private static final int LENGTH = 4;

    private Inet4Bytes() {}

    /** Returns the 4 bytes of the address: 127, 0, 0, 1. */
    public static byte[] encode(Inet4Address value) {
        return value.getAddress();
    }

    /** Returns the address of 4 bytes. Nothing is looked up. */
    public static Inet4Address decode(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an IPv4 address has 4 bytes: length=" + bytes.length);
        }
        try {
            return (Inet4Address) InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 bytes are an address", impossible);
        }
    }
}
