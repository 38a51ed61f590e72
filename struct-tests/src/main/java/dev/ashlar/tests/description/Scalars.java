package dev.ashlar.tests.description;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import java.lang.foreign.MemorySegment;

@Struct
public record Scalars(
        boolean on,
        char letter,
        @Stored(StorageType.U8) int small,
        Color color,
        @Stored(StorageType.I8) Level level,
        @Length(3) Level[] levels,
        @Length(4) String name,
        @Atomic int count,
        MemorySegment data,
        @Bits(3) int mode,
        @Bits(1) boolean open,
        @Length(2) char[] letters) {}
