package dev.ashlar.benchmarks;

import dev.ashlar.struct.Struct;

/** What goes through rings when they are measured, 24 bytes. */
@Struct(ring = true)
record Quote(long number, double price, int size) {}
