package dev.ashlar.benchmarks.loops;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

/** A union, 24 bytes: the tag at 0 and the variant at 8. */
@Struct
public sealed interface Figure {
    /** Two numbers. */
    @Struct
    @Code(0)
    record Rect(double width, double height) implements Figure {}

    /** One number. */
    @Struct
    @Code(1)
    record Circle(double radius) implements Figure {}

    /** Two numbers of another meaning. */
    @Struct
    @Code(2)
    record Triangle(double base, double height) implements Figure {}

    /** Calculates the area of any of them. */
    static double area(Figure figure) {
        return switch (figure) {
            case Rect rect -> rect.width() * rect.height();
            case Circle circle -> circle.radius() * circle.radius() * Math.PI;
            case Triangle triangle -> triangle.base() * triangle.height() / 2;
        };
    }
}
