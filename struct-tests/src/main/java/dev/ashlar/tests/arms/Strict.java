package dev.ashlar.tests.arms;

import dev.ashlar.struct.Struct;

/** A record whose constructor refuses some values and changes others. */
@Struct
public record Strict(int x, int y) {
    /** x is not negative, and y is made so. */
    public Strict {
        if (x < 0) {
            throw new IllegalArgumentException("negative: " + x);
        }
        y = Math.abs(y);
    }
}
