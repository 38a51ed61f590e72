package dev.ashlar.benchmarks.peers.structs;

import dev.ashlar.struct.Struct;

/** A struct of 24 components, 144 bytes without padding. */
@Struct
public record TwentyFour(
        int c0,
        int c1,
        long c2,
        double c3,
        int c4,
        int c5,
        long c6,
        double c7,
        int c8,
        int c9,
        long c10,
        double c11,
        int c12,
        int c13,
        long c14,
        double c15,
        int c16,
        int c17,
        long c18,
        double c19,
        int c20,
        int c21,
        long c22,
        double c23) {
    /** Returns the record whose components all have one value. */
    public static TwentyFour of(int value) {
        return new TwentyFour(
                value, value, value, value, value, value, value, value, value, value, value, value, value, value, value,
                value, value, value, value, value, value, value, value, value);
    }

    /** Returns the sum of all components. */
    public double sum() {
        return c0
                + c1
                + (double) c2
                + c3
                + c4
                + c5
                + (double) c6
                + c7
                + c8
                + c9
                + (double) c10
                + c11
                + c12
                + c13
                + (double) c14
                + c15
                + c16
                + c17
                + (double) c18
                + c19
                + c20
                + c21
                + (double) c22
                + c23;
    }
}
