package dev.ashlar.tests.optional;

import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Arrays whose elements may be absent, by bits and by a number. */
@Struct(columns = true)
public record Gauge(
        int station,
        @Length(4) @Nullable Integer[] levels,
        @Absent("NaN") @Length(2) OptionalDouble[] heights) {}
