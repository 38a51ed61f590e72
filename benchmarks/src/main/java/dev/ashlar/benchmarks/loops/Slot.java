package dev.ashlar.benchmarks.loops;

import dev.ashlar.struct.Struct;

/** A place of a hash table, free if its target is 0. */
@Struct
public record Slot(long key, long target) {}
