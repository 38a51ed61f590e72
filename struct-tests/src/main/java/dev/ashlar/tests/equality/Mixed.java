package dev.ashlar.tests.equality;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import java.lang.foreign.MemorySegment;

@Struct(columns = true, list = true)
record Mixed(
        boolean on,
        float f,
        double d,
        @Stored(StorageType.U8) int small,
        Kind kind,
        @Length(3) String name,
        MemorySegment data,
        Inner inner,
        @Length(2) boolean[] truths,
        @Length(3) int[] xs,
        @Length(2) float[] floats,
        @Length(2) Kind[] kinds) {}
