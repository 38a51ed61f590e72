package dev.ashlar.tests.optional;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** A union in others. */
@Struct
public sealed interface Shape {
    /** A variant with an optional component of its own. */
    @Struct
    @Code(0)
    record Circle(double radius, @Nullable Short weight) implements Shape {}

    /** Another variant. */
    @Struct
    @Code(1)
    record Dot(byte size) implements Shape {}
}
