package dev.ashlar.tests.dump;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Route(byte id, @Stored(StorageType.I16) @Tail int[] steps) {}
