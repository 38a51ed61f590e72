package dev.ashlar.tests.counted;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

/** A count of one byte with a sign. */
@Struct
public record Signed(byte n, @Tail(count = "n") boolean[] on) {}
