package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
record Point(int x, @Stored(StorageType.U8) short y) {}
