package dev.ashlar.tests.storage;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
record Narrow(
        @Stored(StorageType.U8) short a,
        @Stored(StorageType.I8) int b,
        @Stored(StorageType.U16) int c,
        @Stored(StorageType.I16) long d,
        @Stored(StorageType.I32) long e,
        @Stored(StorageType.U32) long f,
        @Stored(StorageType.U8) char g,
        @Stored(StorageType.I32) boolean h,
        @Stored(StorageType.U16) boolean i) {}
