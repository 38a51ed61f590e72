package dev.ashlar.tests.packing;

import dev.ashlar.struct.Struct;

@Struct
record Inner(byte a, long b) {}
