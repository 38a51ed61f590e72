package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
record BigPackedWide(
        @Bits(3) int a, @Bits(64) long b, @Bits(5) int c) {}
