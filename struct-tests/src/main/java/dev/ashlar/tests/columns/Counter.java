package dev.ashlar.tests.columns;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Struct;

@Struct(columns = true)
public record Counter(byte first, @Atomic long hits) {}
