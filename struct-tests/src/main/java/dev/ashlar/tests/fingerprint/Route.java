package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
record Route(byte id, @Tail Point[] points) {}
