package dev.ashlar.tests.enums;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
sealed interface Order {
    @Struct
    @Code(1)
    record Limit(long price, Side side) implements Order {}

    @Struct
    @Code(2)
    record Market(@Stored(StorageType.U8) Side side) implements Order {}
}
