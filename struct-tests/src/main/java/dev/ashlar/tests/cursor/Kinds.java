package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

/** A component of each kind that columns have. */
@Struct(columns = true)
record Kinds(
        byte small,
        Colour colour,
        @Length(5) String name,
        @Length(2) int[] xs,
        @Length(2) Spot[] spots,
        Spot spot,
        Ref<Spot> next,
        @Atomic int count) {
    enum Colour {
        RED,
        GREEN
    }
}
