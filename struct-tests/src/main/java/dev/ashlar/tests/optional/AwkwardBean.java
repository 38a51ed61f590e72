package dev.ashlar.tests.optional;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructAccessors;
import org.jspecify.annotations.Nullable;

/** Names that meet those of the properties of optional components. */
@Struct(columns = true, accessors = StructAccessors.BEAN)
public record AwkwardBean(
        @Nullable Integer age,
        boolean hasAge,
        int ageOrNull,
        @Nullable Boolean isAge) {}
