package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.time.Duration;

/** Stores a {@code Duration} as nanoseconds, up to 292 years: Arrow's duration with the unit nanosecond. */
@StoredForm(name = "Nanos")
public final class DurationNanos {
    private DurationNanos() {}

    /**
     * Returns the nanoseconds, negative for a negative duration.
     *
     * @throws IllegalArgumentException if a {@code long} does not hold them
     */
    public static long encode(Duration value) {
        return EpochNanos.of(value.getSeconds(), value.getNano(), DurationNanos::decode);
    }

    /** Returns the duration of so many nanoseconds. */
    public static Duration decode(long nanos) {
        return Duration.ofNanos(nanos);
    }
}
