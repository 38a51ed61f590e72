package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct
record Straddling(short a, @Bits(17) int b, byte c) {}
