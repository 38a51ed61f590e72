package dev.ashlar.tests.arms;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** Arms that do not take every value, and one that ends before them. */
@Struct(union = true)
public record Choosy(
        @Nullable Integer number,
        @Nullable Strict strict,
        @Length(8) @Nullable String text) {}
