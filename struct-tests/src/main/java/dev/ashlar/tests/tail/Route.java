package dev.ashlar.tests.tail;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.Tail;

@Struct(order = StructOrder.BIG_ENDIAN)
public record Route(short id, @Tail Point[] points) {}
