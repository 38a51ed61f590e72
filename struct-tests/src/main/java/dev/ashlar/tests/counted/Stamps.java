package dev.ashlar.tests.counted;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import java.time.Instant;

/** Values that a codec makes. */
@Struct
public record Stamps(
        long stampsCount,
        long textLength,
        @Tail(count = "stampsCount") Instant[] stamps,
        @Tail(count = "textLength") String text) {}
