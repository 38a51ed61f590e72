package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
record PackedInts(@Bits(3) int a, @Bits(31) int b, @Bits(30) int c, byte d) {}
