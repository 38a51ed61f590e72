package dev.ashlar.examples.nativecalls;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;

/** What {@code ldiv} returns: {@code ldiv_t} of 64-bit systems. */
@Struct
@LayoutCheck(size = 16)
record LongQuotient(long quotient, long remainder) {}
