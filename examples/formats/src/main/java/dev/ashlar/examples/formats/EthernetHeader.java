package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.U16;

/** What each packet of a network begins with. */
@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
@LayoutCheck(size = 14)
record EthernetHeader(
        @Length(6) byte[] destination,
        @Length(6) byte[] source,
        @U16 int kind) {
    static final int IP4 = 0x800;
}
