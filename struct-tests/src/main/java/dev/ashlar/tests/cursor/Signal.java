package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
sealed interface Signal {
    @Struct
    @Code(1)
    record Stop(int reason) implements Signal {}

    @Struct
    @Code(2)
    record Go(double speed) implements Signal {}
}
