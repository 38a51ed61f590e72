package dev.ashlar.tests.union;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
@Stored(StorageType.U16)
public sealed interface Event permits Move, Stop {}
