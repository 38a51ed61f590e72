package dev.ashlar.tests.storage;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
record Paint(Color a, @Stored(StorageType.U8) Color b) {}
