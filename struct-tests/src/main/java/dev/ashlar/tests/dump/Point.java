package dev.ashlar.tests.dump;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(order = StructOrder.BIG_ENDIAN)
public record Point(short x, short y) {}
