package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
record Packed(byte id, int value, Shape shape) {}
