package dev.ashlar.tests.arms;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** A float and its bits. */
@Struct(union = true, list = true)
@LayoutCheck(size = 4, alignment = 4)
public record FloatBits(@Nullable Float value, @Nullable Integer raw) {}
