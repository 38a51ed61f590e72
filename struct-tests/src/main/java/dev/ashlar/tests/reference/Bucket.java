package dev.ashlar.tests.reference;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
public record Bucket(@Stored(StorageType.U32) Ref<Entry> first) {}
