package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct
record ThreeTypes(
        @Bits(9) short a, @Bits(9) int b, @Bits(14) int c) {}
