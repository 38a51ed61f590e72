package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(order = StructOrder.BIG_ENDIAN)
@Code(300)
record Stop(int code) implements Event {}
