package dev.ashlar.tests.ring;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** A struct with cache lines of its own, and in three classes. */
@Struct(align = 64, ring = true, list = true, map = "index")
public record Line(
        @Atomic long count,
        int index,
        @Length(9) byte[] bytes,
        @Nullable Integer memory,
        Quote quote) {}
