package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct
record FlagsThenWide(
        @Bits(1) boolean a,
        @Bits(1) boolean b,
        @Bits(7) int c,
        @Bits(40) long d) {}
