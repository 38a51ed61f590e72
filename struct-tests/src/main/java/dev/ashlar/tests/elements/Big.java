package dev.ashlar.tests.elements;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import java.lang.foreign.MemorySegment;

@Struct(order = StructOrder.BIG_ENDIAN)
record Big(
        byte a,
        short b,
        int c,
        long d,
        float e,
        double f,
        char g,
        @Stored(StorageType.U32) long h,
        MemorySegment i) {}
