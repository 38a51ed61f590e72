package dev.ashlar.tests.counted;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U8;

/** A name that is counted, and behind it the rest of the handle. */
@Struct
public record Message(
        long time,
        @U8 int n,
        @Tail(count = "n") String name,
        @Tail(toEnd = true) byte[] body) {}
