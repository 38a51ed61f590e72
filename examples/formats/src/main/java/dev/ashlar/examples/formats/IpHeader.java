package dev.ashlar.examples.formats;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U8;

/** The header of the Internet Protocol, version 4, RFC 791; bits are counted from the most significant. */
@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
@LayoutCheck(size = 20)
record IpHeader(
        @U8 @Bits(4) int version,
        @U8 @Bits(4) int words,
        @U8 int service,
        @U16 int length,
        @U16 int id,
        @U16 @Bits(3) int flags,
        @U16 @Bits(13) int fragment,
        @U8 int lifetime,
        @U8 int protocol,
        @U16 int checksum,
        int source,
        int destination) {
    static final int TCP = 6;
}
