package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
record Tight(byte first, ShortUnit inner, @Bits(20) long bits) {}
