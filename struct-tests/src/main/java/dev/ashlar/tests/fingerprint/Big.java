package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(order = StructOrder.BIG_ENDIAN)
record Big(int x, int y) {}
