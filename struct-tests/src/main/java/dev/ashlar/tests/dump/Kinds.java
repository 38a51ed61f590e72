package dev.ashlar.tests.dump;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import java.lang.foreign.MemorySegment;

@Struct
public record Kinds(
        boolean on,
        char letter,
        @Stored(StorageType.U8) int small,
        Color color,
        long big,
        float single,
        double height,
        @Bits(3) int mode,
        @Bits(2) @Stored(StorageType.U32) int bits,
        @Bits(1) boolean open,
        @Length(10) String name,
        @Length(5) short[] numbers,
        @Stored(StorageType.I8) @Length(3) Color[] colors,
        Point start,
        @Length(2) Point[] rest,
        @Atomic int count,
        MemorySegment data,
        Ref<Kinds> next) {}
