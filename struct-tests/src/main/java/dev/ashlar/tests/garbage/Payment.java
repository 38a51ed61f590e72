package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Struct;

/** One of three structs that are used before the loops are measured. */
@Struct(list = true, columns = true)
record Payment(double amount, long number, short kind) {}
