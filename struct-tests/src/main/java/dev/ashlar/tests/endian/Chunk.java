package dev.ashlar.tests.endian;

import dev.ashlar.struct.Endian;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U16;

/** A tail whose count has another order than its elements, and than the struct. */
@Struct(packed = true)
public record Chunk(
        byte kind,
        @Endian(StructOrder.BIG_ENDIAN) @U16 int length,
        @Tail(count = "length") int[] values) {}
