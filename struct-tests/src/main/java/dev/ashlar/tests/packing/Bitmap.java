package dev.ashlar.tests.packing;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
record Bitmap(
        @Stored(StorageType.U16) int type,
        @Stored(StorageType.U32) long size,
        short reserved1,
        short reserved2,
        @Stored(StorageType.U32) long offbits) {}
