package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.time.Instant;

/**
 * Stores an {@code Instant} as nanoseconds since 1970-01-01T00:00Z, from 1677-09-21T00:12:43.145224192Z to
 * 2262-04-11T23:47:16.854775807Z: Arrow's timestamp with the unit nanosecond and the time zone UTC.
 */
@StoredForm(name = "Nanos")
public final class InstantNanos {
    private InstantNanos() {}

    /**
     * Returns the nanoseconds since 1970, negative before.
     *
     * @throws IllegalArgumentException if a {@code long} does not hold them
     */
    public static long encode(Instant value) {
        return EpochNanos.of(value.getEpochSecond(), value.getNano(), InstantNanos::decode);
    }

    /** Returns the instant so many nanoseconds after 1970. */
    public static Instant decode(long nanos) {
        return Instant.ofEpochSecond(EpochNanos.seconds(nanos), EpochNanos.nano(nanos));
    }
}
