package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
record PackedWide(
        byte z, @Bits(3) int a, @Bits(64) long b, @Bits(5) int c) {}
