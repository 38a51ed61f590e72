package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

/** One of two structs with a tail that are used before the loops are measured. */
@Struct
record Trail(double number, @Tail short[] steps) {}
