package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct
record WideThenInt(byte x, @Bits(40) long d, @Bits(20) int e) {}
