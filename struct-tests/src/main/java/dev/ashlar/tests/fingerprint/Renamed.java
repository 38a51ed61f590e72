package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Struct;

@Struct
record Renamed(int x, int y) {}
