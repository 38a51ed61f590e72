package dev.ashlar.tests.equality;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.tests.columns.Point;
import java.lang.foreign.MemorySegment;

@Struct
record Everything(
        boolean on,
        @Stored(StorageType.I32) boolean wideOn,
        byte b,
        char letter,
        short s,
        int i,
        long l,
        float f,
        double d,
        @Stored(StorageType.U8) short small,
        @Stored(StorageType.U8) char smallLetter,
        @Stored(StorageType.U16) int middle,
        @Stored(StorageType.U32) long large,
        @Stored(StorageType.I8) long tiny,
        @Atomic int count,
        Kind kind,
        @Stored(StorageType.U8) Kind smallKind,
        @Bits(3) int mode,
        @Bits(1) boolean open,
        @Bits(40) @Stored(StorageType.U64) long wide,
        @Length(5) String name,
        MemorySegment data,
        Ref<Inner> next,
        @Stored(StorageType.U32) Ref<Inner> near,
        Inner inner,
        Point elsewhere,
        Choice choice,
        @Length(2) Inner[] path,
        @Length(2) boolean[] truths,
        @Length(2) char[] letters,
        @Length(3) int[] xs,
        @Length(2) @Stored(StorageType.U8) short[] levels,
        @Length(2) float[] floats,
        @Length(2) double[] doubles,
        @Length(2) Kind[] kinds) {}
