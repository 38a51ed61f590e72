package dev.ashlar.tests.ring;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

/** What a producer numbers. */
@Struct(ring = true)
public record Quote(
        long number,
        int producer,
        double price,
        @Stored(StorageType.U8) int size) {}
