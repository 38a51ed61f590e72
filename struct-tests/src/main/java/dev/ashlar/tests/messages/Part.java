package dev.ashlar.tests.messages;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
record Part(
        @Stored(StorageType.U8) int level,
        @Bits(3) int flags,
        @Length(4) String name) {}
