package dev.ashlar.tests.packing;

import dev.ashlar.struct.Struct;

@Struct
record Loose(byte first, Outer outer, byte last) {}
