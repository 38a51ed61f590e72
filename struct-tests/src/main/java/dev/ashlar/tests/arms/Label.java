package dev.ashlar.tests.arms;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** Text that is longer than the other arm. */
@Struct(union = true)
public record Label(
        @Length(8) @Nullable String text, @Nullable Integer number) {}
