package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct
record NewUnit(byte a, @Bits(value = 3, newUnit = true) int b) {}
