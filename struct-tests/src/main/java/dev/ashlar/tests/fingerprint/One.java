package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Struct;

@Struct
record One(int x, int y) {}
