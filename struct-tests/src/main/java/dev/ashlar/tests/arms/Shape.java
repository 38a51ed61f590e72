package dev.ashlar.tests.arms;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

/** A union with a tag. */
@Struct
public sealed interface Shape {
    /** A circle. */
    @Struct
    @Code(1)
    record Circle(double radius) implements Shape {}

    /** A dot. */
    @Struct
    @Code(2)
    record Dot(byte x, byte y) implements Shape {}
}
