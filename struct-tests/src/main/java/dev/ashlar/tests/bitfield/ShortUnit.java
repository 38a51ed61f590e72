package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct
record ShortUnit(
        short head, @Bits(value = 20, newUnit = false) long bits) {}
