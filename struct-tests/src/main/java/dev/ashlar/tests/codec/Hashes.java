package dev.ashlar.tests.codec;

import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;

/** Two values whose codec uses an array again. */
@Struct(columns = true)
public record Hashes(
        @StoredBy(ReusedCodec.class) Hash first,
        @StoredBy(ReusedCodec.class) Hash last) {}
