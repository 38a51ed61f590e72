package dev.ashlar.tests.messages;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
record Line(int id, @Tail @Stored(StorageType.U8) int[] levels) {}
