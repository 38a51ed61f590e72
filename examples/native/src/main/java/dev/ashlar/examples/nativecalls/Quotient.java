package dev.ashlar.examples.nativecalls;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;

/** What {@code div} returns: {@code div_t}. */
@Struct
@LayoutCheck(size = 8)
record Quotient(int quotient, int remainder) {}
