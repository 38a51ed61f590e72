package dev.ashlar.tests.codec;

import dev.ashlar.struct.Scale;
import dev.ashlar.struct.Struct;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Names that the accessors of stored forms would have, and the methods that call codecs. */
@Struct(columns = true)
public record Odd(
        Instant a,
        int aNanos,
        Instant aEncoded,
        Duration aDecoded,
        int aColumn,
        Duration value,
        Instant stored,
        Instant component,
        Instant failure,
        @Scale(1) BigDecimal segment,
        Instant memory,
        Duration InstantNanos,
        int valueNanos_,
        Duration Objects) {}
