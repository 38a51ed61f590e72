package dev.ashlar.tests.arms;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** What an event holds. */
@Struct(union = true)
@LayoutCheck(size = 12, alignment = 4)
public record Payload(
        @Nullable Key key,
        @Nullable Motion motion,
        @Length(9) byte @Nullable [] bytes) {}
