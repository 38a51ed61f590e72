package dev.ashlar.examples.nativecalls;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;

/** A point in the plane. */
@Struct
@LayoutCheck(size = 8)
record Point(int x, int y) {
    long squareOfDistance() {
        return (long) x * x + (long) y * y;
    }
}
