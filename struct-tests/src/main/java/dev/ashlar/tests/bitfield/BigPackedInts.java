package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
record BigPackedInts(
        @Bits(3) int a, @Bits(31) int b, @Bits(60) long c) {}
