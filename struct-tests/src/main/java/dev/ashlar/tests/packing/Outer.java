package dev.ashlar.tests.packing;

import dev.ashlar.struct.Align;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
record Outer(byte first, Inner inner, @Align(2) long raised, byte last) {}
