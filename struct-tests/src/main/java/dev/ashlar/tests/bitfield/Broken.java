package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct
record Broken(byte a, @Bits(value = 3, newUnit = true) long b, byte c) {}
