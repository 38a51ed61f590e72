package dev.ashlar.examples.wasm;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;

/** A tagged union, with the tags of the guest. */
@Struct
@LayoutCheck(size = 24)
public sealed interface Shape {
    @Struct
    @Code(0)
    record Circle(double radius) implements Shape {}

    @Struct
    @Code(1)
    record Rect(double width, double height) implements Shape {}
}
