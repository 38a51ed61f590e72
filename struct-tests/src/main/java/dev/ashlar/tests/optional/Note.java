package dev.ashlar.tests.optional;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import org.jspecify.annotations.Nullable;

/** Optional components in front of a tail. */
@Struct
public record Note(
        @Nullable Integer author,
        @Nullable Point place,
        @Tail String text) {}
