package dev.ashlar.tests.endian;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Endian;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

/** Other orders in a big-endian struct. */
@Struct(order = StructOrder.BIG_ENDIAN)
public record Wire(
        int id,
        @Bits(4) int high,
        @Bits(4) int low,
        @Endian(StructOrder.LITTLE_ENDIAN) short small,
        @Endian(StructOrder.LITTLE_ENDIAN) @Atomic int count,
        @Endian(StructOrder.NATIVE) int here,
        @Endian(StructOrder.BIG_ENDIAN) int same,
        @Endian(StructOrder.LITTLE_ENDIAN) @Length(2) int[] cells) {}
