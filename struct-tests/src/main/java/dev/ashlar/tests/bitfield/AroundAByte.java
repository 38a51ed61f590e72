package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct
record AroundAByte(@Bits(3) int a, byte c, @Bits(30) int b) {}
