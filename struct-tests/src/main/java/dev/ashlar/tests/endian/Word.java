package dev.ashlar.tests.endian;

import dev.ashlar.struct.Endian;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

/** Arms of both orders over the same bytes. */
@Struct(union = true)
record Word(Integer little, @Endian(StructOrder.BIG_ENDIAN) Integer big) {}
