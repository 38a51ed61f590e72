package dev.ashlar.tests.list;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct(list = true)
public sealed interface Shape {
    @Struct
    @Code(1)
    record Dot(byte x) implements Shape {}

    @Struct(list = true)
    @Code(2)
    record Rect(double width, double height) implements Shape {}
}
