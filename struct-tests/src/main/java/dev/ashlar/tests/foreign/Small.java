package dev.ashlar.tests.foreign;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
public record Small(int value, @Stored(StorageType.U32) Ref<Node> next) {}
