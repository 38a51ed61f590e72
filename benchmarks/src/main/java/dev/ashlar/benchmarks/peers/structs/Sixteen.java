package dev.ashlar.benchmarks.peers.structs;

import dev.ashlar.struct.Struct;

/** A struct of 16 components, 96 bytes without padding; larger ones begin with the same components. */
@Struct
public record Sixteen(
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
        double c15) {
    /** Returns the record whose components all have one value. */
    public static Sixteen of(int value) {
        return new Sixteen(
                value, value, value, value, value, value, value, value, value, value, value, value, value, value, value,
                value);
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
                + c15;
    }
}
