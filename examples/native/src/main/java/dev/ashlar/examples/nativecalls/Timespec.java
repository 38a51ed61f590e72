package dev.ashlar.examples.nativecalls;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import java.time.Instant;

/** A moment as POSIX has it: {@code struct timespec} of 64-bit systems. */
@Struct
@LayoutCheck(size = 16)
record Timespec(long seconds, long nanoseconds) {
    Instant toInstant() {
        return Instant.ofEpochSecond(seconds, nanoseconds);
    }
}
