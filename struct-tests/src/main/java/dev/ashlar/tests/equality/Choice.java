package dev.ashlar.tests.equality;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
sealed interface Choice {
    @Struct
    @Code(0)
    record Less(int by) implements Choice {}

    @Struct
    @Code(1)
    record More(double by) implements Choice {}
}
