package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Struct;

@Struct
record Wide16(
        int f0,
        double f1,
        long f2,
        short f3,
        float f4,
        int f5,
        double f6,
        long f7,
        short f8,
        float f9,
        int f10,
        double f11,
        long f12,
        short f13,
        float f14,
        int f15) {
    /** The record by hand, with other values for each seed. */
    static Wide16 of(int seed) {
        return new Wide16(
                seed + 0,
                seed * 0.5 + 1,
                seed - 2L,
                (short) (seed + 3),
                seed + 4.5f,
                seed + 5,
                seed * 0.5 + 6,
                seed - 7L,
                (short) (seed + 8),
                seed + 9.5f,
                seed + 10,
                seed * 0.5 + 11,
                seed - 12L,
                (short) (seed + 13),
                seed + 14.5f,
                seed + 15);
    }
}
