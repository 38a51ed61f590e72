package dev.ashlar.benchmarks;

import dev.ashlar.struct.Struct;

/** The struct that lists are measured with: 24 bytes. */
@Struct(list = true)
record Tick(long time, double price, int size) {}
