package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
record Unsigned(@Stored(StorageType.U32) long x, int y) {}
