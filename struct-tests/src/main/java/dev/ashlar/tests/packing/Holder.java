package dev.ashlar.tests.packing;

import dev.ashlar.struct.Align;
import dev.ashlar.struct.Struct;

@Struct
record Holder(byte a, @Align(32) int b, Line line) {}
