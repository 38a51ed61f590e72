package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Struct;

/** An entry of the loops' arrays and lists; the key 0 is free. */
@Struct(list = true, columns = true)
record Item(long key, double weight, int rank) {}
