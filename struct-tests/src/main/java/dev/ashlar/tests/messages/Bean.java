package dev.ashlar.tests.messages;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructAccessors;

@Struct(accessors = StructAccessors.BEAN)
record Bean(
        @Length(2) int[] xs,
        @Length(2) @Stored(StorageType.U8) int[] levels,
        @Length(2) Colour[] colours) {}
