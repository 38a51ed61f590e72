package dev.ashlar.tests.counted;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

/** Two tails of one count, as a format has columns. */
@Struct
public record Series(
        int n,
        @Tail(count = "n") int[] keys,
        @Tail(count = "n") double[] values) {}
