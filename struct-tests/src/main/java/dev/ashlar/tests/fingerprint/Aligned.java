package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Struct;

@Struct(align = 8)
record Aligned(int x, int y) {}
