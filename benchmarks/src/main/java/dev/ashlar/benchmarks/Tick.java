package dev.ashlar.benchmarks;

import dev.ashlar.struct.Struct;

/** A trade, of which there are many: what {@link ColumnScan} scans. */
@Struct(columns = true)
record Tick(long time, double price, int size) {}
