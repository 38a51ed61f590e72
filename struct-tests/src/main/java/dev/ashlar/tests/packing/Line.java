package dev.ashlar.tests.packing;

import dev.ashlar.struct.Struct;

@Struct(align = 64)
record Line(long a) {}
