package dev.ashlar.tests.codec;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import java.time.Instant;

/** A tail of values. */
@Struct
public record Log(int id, @Tail Instant[] stamps) {}
