package dev.ashlar.tests.tail;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Levels(int id, @Tail @Stored(StorageType.U8) int[] of) {}
