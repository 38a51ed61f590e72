package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Struct;

@Struct
public record Wide8(int f0, double f1, long f2, short f3, float f4, int f5, double f6, long f7) {
    /** The record by hand, with other values for each seed. */
    static Wide8 of(int seed) {
        return new Wide8(
                seed + 0,
                seed * 0.5 + 1,
                seed - 2L,
                (short) (seed + 3),
                seed + 4.5f,
                seed + 5,
                seed * 0.5 + 6,
                seed - 7L);
    }
}
