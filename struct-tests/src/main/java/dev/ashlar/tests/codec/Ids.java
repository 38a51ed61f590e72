package dev.ashlar.tests.codec;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.time.Instant;
import java.util.UUID;

/** What is bytes has no byte order. */
@Struct(order = StructOrder.BIG_ENDIAN)
public record Ids(UUID id, Inet4Address old, Inet6Address host, Instant at) {}
