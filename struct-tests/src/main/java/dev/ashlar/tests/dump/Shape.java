package dev.ashlar.tests.dump;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
public sealed interface Shape {
    @Struct
    @Code(1)
    record Dot(byte x) implements Shape {}

    @Struct
    @Code(2)
    record Rect(double width, double height) implements Shape {}
}
