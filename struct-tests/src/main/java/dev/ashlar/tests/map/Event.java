package dev.ashlar.tests.map;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import java.time.Instant;

/** A packed struct of big-endian numbers, with names that the map uses itself. */
@Struct(
        map = {"at", "group", "memory", "isOpen", "letter"},
        packed = true,
        order = StructOrder.BIG_ENDIAN)
public record Event(
        Instant at,
        Place.Face group,
        @Stored(StorageType.U8) int memory,
        boolean isOpen,
        char letter,
        long hash) {}
