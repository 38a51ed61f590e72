package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
sealed interface Shape {
    @Struct
    @Code(7)
    record Circle(double radius) implements Shape {}

    @Struct
    @Code(3)
    record Dot(Point at) implements Shape {}
}
