package dev.ashlar.tests.packing;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
record EpollEvent(@Stored(StorageType.U32) long events, long data) {}
