package dev.ashlar.tests.accessors;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructAccessors;

@Struct(accessors = StructAccessors.BEAN)
record Thing(
        int id,
        boolean isOpen,
        @Length(2) int[] xs,
        @Length(1) Color[] colors,
        Color color,
        Ref<Thing> next,
        int Class,
        int isNumber,
        @Bits(1) boolean isReady,
        @Atomic int count) {}
