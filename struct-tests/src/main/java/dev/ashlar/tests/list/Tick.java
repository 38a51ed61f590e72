package dev.ashlar.tests.list;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct(list = true)
public record Tick(
        long time, double price, @Stored(StorageType.U8) int size) {}
