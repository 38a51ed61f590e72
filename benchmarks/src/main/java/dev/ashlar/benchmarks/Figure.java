package dev.ashlar.benchmarks;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

/** The union that dispatch is measured with: 24 bytes, the tag at 0 and the variant at 8. */
@Struct
sealed interface Figure {
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
}
