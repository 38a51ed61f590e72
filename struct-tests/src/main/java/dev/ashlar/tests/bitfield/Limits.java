package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
record Limits(
        @Bits(3) int a,
        @Bits(3) @Stored(StorageType.U32) int b,
        @Bits(1) boolean c,
        @Bits(1) byte d,
        @Bits(64) long e,
        @Bits(40) @Stored(StorageType.U64) long f) {}
