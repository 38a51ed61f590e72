package dev.ashlar.tests.messages;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct(columns = true)
record Table(Place place, Colour colour, @Length(2) int[] xs) {
    @Struct
    record Place(@Stored(StorageType.U8) int x) {}
}
