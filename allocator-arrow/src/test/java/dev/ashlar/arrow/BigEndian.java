package dev.ashlar.arrow;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

/** Numbers that must be turned round for Arrow. */
@Struct(columns = true, order = StructOrder.BIG_ENDIAN)
record BigEndian(short i16, int i32, long i64, double f64, Everything.Colour colour) {}
