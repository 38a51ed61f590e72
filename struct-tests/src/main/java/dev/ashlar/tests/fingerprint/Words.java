package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.Tail;

@Struct(order = StructOrder.NATIVE)
record Words(byte id, @Tail String text) {}
