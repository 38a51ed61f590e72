package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(order = StructOrder.BIG_ENDIAN)
record BigSpanning(
        @Bits(3) int a,
        @Bits(9) int b,
        @Bits(5) @Stored(StorageType.U16) int c,
        @Bits(40) long d) {}
