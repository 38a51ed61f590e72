package dev.ashlar.tests.description;

import dev.ashlar.struct.Align;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
public record Line(
        byte id,
        @Align(2) short width,
        Point start,
        @Length(2) Point[] rest) {}
