package dev.ashlar.tests.map;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

/** A struct whose key is two components that do not lie at its start. */
@Struct(map = {"day", "symbol"})
public record Bar(
        double open,
        @Length(6) String symbol,
        @Stored(StorageType.U16) int day) {}
