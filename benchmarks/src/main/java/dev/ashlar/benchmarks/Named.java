package dev.ashlar.benchmarks;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** A number found by a name, 24 bytes. */
@Struct(map = "name")
record Named(@Length(16) String name, long value) {}
