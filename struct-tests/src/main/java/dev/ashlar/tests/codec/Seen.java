package dev.ashlar.tests.codec;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Struct;
import java.time.Instant;

/** A stored form with atomic accessors. */
@Struct
public record Seen(@Atomic Instant last) {}
