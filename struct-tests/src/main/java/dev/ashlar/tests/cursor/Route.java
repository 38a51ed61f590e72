package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.Tail;

/** A tail of structs, whose length is big-endian. */
@Struct(order = StructOrder.BIG_ENDIAN)
record Route(short id, @Tail Spot[] spots) {}
