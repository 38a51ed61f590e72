package dev.ashlar.tests.optional;

import dev.ashlar.struct.Absent;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import org.jspecify.annotations.Nullable;

/** A tail of elements that can be absent, behind a component that can. */
@Struct
public record Levels(
        @Nullable Integer author,

        @Tail @Absent("255") @Stored(StorageType.U8) @Nullable
        Integer[] levels) {}
