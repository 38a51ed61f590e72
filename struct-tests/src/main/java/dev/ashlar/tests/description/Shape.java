package dev.ashlar.tests.description;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
public sealed interface Shape {
    @Struct
    @Code(7)
    record Circle(double radius) implements Shape {}

    @Struct
    @Code(9)
    record Dot(int x) implements Shape {}
}
