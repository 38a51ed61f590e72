package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Stores a {@code LocalDateTime} as the nanoseconds between 1970-01-01T00:00 and it on the same clock, from
 * 1677-09-21T00:12:43.145224192 to 2262-04-11T23:47:16.854775807: Arrow's timestamp with the unit nanosecond and
 * without a time zone.
 */
@StoredForm(name = "Nanos")
public final class LocalDateTimeNanos {
    private LocalDateTimeNanos() {}

    /**
     * Returns the nanoseconds since 1970, negative before.
     *
     * @throws IllegalArgumentException if a {@code long} does not hold them
     */
    public static long encode(LocalDateTime value) {
        Instant sameClock = value.toInstant(ZoneOffset.UTC);
        return EpochNanos.of(sameClock.getEpochSecond(), sameClock.getNano(), LocalDateTimeNanos::decode);
    }

    /** Returns the time so many nanoseconds after 1970. */
    public static LocalDateTime decode(long nanos) {
        return LocalDateTime.ofEpochSecond(EpochNanos.seconds(nanos), EpochNanos.nano(nanos), ZoneOffset.UTC);
    }
}
