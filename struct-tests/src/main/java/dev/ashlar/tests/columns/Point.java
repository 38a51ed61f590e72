package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(order = StructOrder.BIG_ENDIAN)
public record Point(int x, short y) {}
