package dev.ashlar.tests.map;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import java.time.Instant;
import java.util.UUID;

/** A struct whose key a codec stores as bytes. */
@Struct(map = "id", order = StructOrder.BIG_ENDIAN)
public record Session(UUID id, Instant start) {}
