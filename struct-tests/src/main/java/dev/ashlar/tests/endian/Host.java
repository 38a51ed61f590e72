package dev.ashlar.tests.endian;

import dev.ashlar.struct.Endian;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.U16;

/** A key of two orders, one of them in a struct. */
@Struct(map = {"address", "port"})
record Host(
        Address address,
        @Endian(StructOrder.BIG_ENDIAN) @U16 int port,
        int hits) {
    @Struct
    record Address(@Endian(StructOrder.BIG_ENDIAN) int number, int zone) {}
}
