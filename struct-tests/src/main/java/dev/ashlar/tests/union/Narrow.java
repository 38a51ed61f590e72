package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
@Stored(StorageType.U8)
public sealed interface Narrow {
    @Struct
    @Code(3)
    record One(int number) implements Narrow {}
}
