package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
public sealed interface Shape {
    @Struct
    @Code(1)
    record Circle(double radius) implements Shape {}

    sealed interface Cornered extends Shape {}

    @Struct
    @Code(2)
    record Rect(double width, float height) implements Cornered {}

    @Struct
    @Code(7)
    record Label(@Length(4) String text) implements Cornered, Shape {}
}
