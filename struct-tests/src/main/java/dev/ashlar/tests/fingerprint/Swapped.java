package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Struct;

@Struct
record Swapped(int y, int x) {}
