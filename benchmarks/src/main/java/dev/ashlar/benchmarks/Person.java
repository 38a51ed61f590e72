package dev.ashlar.benchmarks;

import dev.ashlar.struct.Struct;

/** The struct that access is measured with: 24 bytes, padding on both sides of the double. */
@Struct
record Person(int id, double height, int age) {}
