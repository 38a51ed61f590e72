package dev.ashlar.tests.codec;

import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.codec.InstantMillis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** The types of {@code java.time} that the library has codecs for. */
@Struct
public record Times(
        Instant created,
        @StoredBy(InstantMillis.class) Instant seen,
        LocalDate day,
        LocalTime opens,
        LocalDateTime start,
        Duration timeout) {}
