package dev.ashlar.benchmarks.loops;

import dev.ashlar.struct.Struct;

/** What most loops go through, 24 bytes each. */
@Struct(list = true, columns = true)
public record Trade(long id, double price, int size, Side side) {}
