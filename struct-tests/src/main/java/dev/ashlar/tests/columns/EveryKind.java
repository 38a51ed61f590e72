package dev.ashlar.tests.columns;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import java.lang.foreign.MemorySegment;

@Struct(columns = true)
public record EveryKind(
        boolean open,
        char letter,
        @Stored(StorageType.U8) int level,
        @Stored(StorageType.U32) long wide,
        float share,
        @Length(6) String name,
        @Length(3) int[] xs,
        @Length(2) Color[] colors,
        @Length(2) Point[] points,
        MemorySegment data,
        Ref<Point> next,
        @Atomic long hits) {}
