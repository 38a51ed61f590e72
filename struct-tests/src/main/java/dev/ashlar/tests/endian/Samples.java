package dev.ashlar.tests.endian;

import dev.ashlar.struct.Endian;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.Tail;

/** A tail, whose length has the order of its elements. */
@Struct
public record Samples(
        int id, @Endian(StructOrder.BIG_ENDIAN) @Tail short[] values) {}
