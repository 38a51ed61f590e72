package dev.ashlar.tests.storage;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
record Tag(Coded a, @Stored(StorageType.I64) Coded b) {}
