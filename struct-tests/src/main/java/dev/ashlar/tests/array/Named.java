package dev.ashlar.tests.array;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
record Named(@Length(4) String name) {}
