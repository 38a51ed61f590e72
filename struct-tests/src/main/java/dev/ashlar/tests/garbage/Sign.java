package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

/** The union of the loops. */
@Struct
sealed interface Sign {
    @Struct
    @Code(1)
    record Stop(int reason) implements Sign {}

    @Struct
    @Code(2)
    record Go(double speed) implements Sign {}
}
