package dev.ashlar.tests.optional;

import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What columns hold, of each kind that they can. */
@Struct(columns = true, list = true)
public record Reading(
        int id,
        @Nullable Integer level,
        @Nullable Boolean isFinal,
        OptionalLong count,
        @Absent("NaN") @Nullable Double value,
        @Nullable Color color,
        @Length(4) @Nullable String unit,
        @Nullable Point place,
        Inner inner,
        @Nullable Instant taken) {
    /** A struct that is taken apart. */
    @Struct
    public record Inner(@Nullable Short first, byte second) {}
}
