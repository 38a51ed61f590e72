package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import java.lang.foreign.MemorySegment;

@Struct(align = 16)
record EveryKind(
        boolean on,
        char letter,
        byte b,
        long l,
        float f,
        double d,
        @Atomic int count,
        Colour colour,
        @Stored(StorageType.I8) Level level,
        @Length(3) Level[] levels,
        @Bits(3) int mode,
        @Bits(1) boolean open,
        @Length(5) String name,
        MemorySegment data,
        @Stored(StorageType.U32) Ref<Point> next,
        Point at,
        @Length(2) Point[] path,
        @Length(2) double[] xs) {}
