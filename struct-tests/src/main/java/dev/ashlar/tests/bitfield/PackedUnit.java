package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
record PackedUnit(byte a, @Bits(value = 3, newUnit = true) short b) {}
