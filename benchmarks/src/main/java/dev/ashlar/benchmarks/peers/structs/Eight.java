package dev.ashlar.benchmarks.peers.structs;

import dev.ashlar.struct.Struct;

/** A struct of 8 components, 48 bytes without padding; larger ones begin with the same components. */
@Struct
public record Eight(int c0, int c1, long c2, double c3, int c4, int c5, long c6, double c7) {
    /** Returns the record whose components all have one value. */
    public static Eight of(int value) {
        return new Eight(value, value, value, value, value, value, value, value);
    }

    /** Returns the sum of all components. */
    public double sum() {
        return c0 + c1 + (double) c2 + c3 + c4 + c5 + (double) c6 + c7;
    }
}
