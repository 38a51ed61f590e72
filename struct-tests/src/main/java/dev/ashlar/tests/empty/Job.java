package dev.ashlar.tests.empty;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct(columns = true, list = true)
public record Job(@Atomic long n, @Stored(StorageType.U8) int k) {}
