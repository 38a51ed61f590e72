package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.net.Inet6Address;
import java.net.UnknownHostException;

/**
 * Stores an {@code Inet6Address} as 16 bytes in network order, as C's {@code struct in6_addr}. A host name that it was
 * made with is not stored; it is not part of equality either. An address with a scope, {@code fe80::1%eth0}, is
 * refused: 16 bytes do not hold it.
 */
@StoredForm(name = "Bytes", byteSize = 16)
public final class Inet6Bytes {
    private static final int NO_SCOPE = -1;

    private Inet6Bytes() {}

    /**
     * Returns the 16 bytes of the address.
     *
     * @throws IllegalArgumentException if it has a scope
     */
    public static byte[] encode(Inet6Address value) {
        if (value.getScopeId() != 0 || value.getScopedInterface() != null) {
            throw new IllegalArgumentException(
                    "16 bytes do not hold a scope, use an address without: scopeId=" + value.getScopeId());
        }
        return value.getAddress();
    }

    /** Returns the address of 16 bytes, also where they are an IPv4 address in IPv6. Nothing is looked up. */
    public static Inet6Address decode(byte[] bytes) {
        try {
            return Inet6Address.getByAddress(null, bytes, NO_SCOPE);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException("an IPv6 address has 16 bytes: length=" + bytes.length, wrongLength);
        }
    }
}
