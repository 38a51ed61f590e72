package dev.ashlar.benchmarks;

import dev.ashlar.struct.Struct;

/** A trade, of which there are many, 24 bytes each: what lists and columns are measured with. */
@Struct(list = true, columns = true)
record Tick(long time, double price, int size) {}
