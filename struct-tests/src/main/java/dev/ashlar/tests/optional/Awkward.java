package dev.ashlar.tests.optional;

import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** Names that meet those of the methods of optional components. */
@Struct(columns = true)
public record Awkward(
        @Nullable Integer age,
        @Nullable Integer age_,
        @Absent("-1") @Nullable Integer hasAge,
        @Nullable Integer ageOffset,
        @Nullable Integer ageChecked,
        @Nullable Integer ageOr,
        @Nullable Color ageOrNull,
        @Nullable Color clearAge,
        @Nullable Color hasB,
        @Nullable Integer bNumber,
        @Nullable Integer otherwise,
        @Nullable Integer value,
        @Nullable Integer firstBit,
        @Nullable Integer validityOffset,
        @Nullable Integer ageValidity) {}
