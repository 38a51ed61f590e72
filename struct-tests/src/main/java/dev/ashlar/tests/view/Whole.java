package dev.ashlar.tests.view;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct
record Whole(
        int id,
        @Length(8) String name,
        @Bits(3) int bits,
        @Length(3) int[] numbers,
        Part part,
        @Length(2) Part[] parts,
        Ref<Whole> self,
        @Atomic int count) {}
