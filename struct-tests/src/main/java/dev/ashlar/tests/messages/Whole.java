package dev.ashlar.tests.messages;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import java.lang.foreign.MemorySegment;

/** A component of each kind that can be refused. */
@Struct(list = true)
record Whole(
        @Stored(StorageType.U8) int level,
        @Bits(3) int flags,
        @Length(4) String name,
        Colour colour,
        MemorySegment pointer,
        Ref<Whole> next,
        Part part,
        @Length(2) int[] xs,
        @Length(2) @Stored(StorageType.U8) int[] levels,
        @Length(2) Colour[] colours,
        @Length(2) Part[] parts,
        Either either) {}
