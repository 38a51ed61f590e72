package dev.ashlar.tests.array;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
record Word(@Tail String text) {}
