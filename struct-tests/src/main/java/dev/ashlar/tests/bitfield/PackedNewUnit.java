package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
record PackedNewUnit(
        byte x,
        @Bits(3) int a,
        @Bits(value = 3, newUnit = true) short b,
        int q) {}
