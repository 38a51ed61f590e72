package dev.ashlar.tests.enums;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(columns = true, order = StructOrder.BIG_ENDIAN)
record Big(
        @Stored(StorageType.U8) Side u8,
        @Stored(StorageType.I8) Tone i8,
        @Stored(StorageType.U16) Side u16,
        @Stored(StorageType.I16) Tone i16,
        Tone i32,
        @Stored(StorageType.U32) Reach u32,
        @Stored(StorageType.I64) Level i64) {}
