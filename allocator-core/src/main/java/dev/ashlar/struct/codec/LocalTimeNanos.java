package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.time.LocalTime;

/** Stores a {@code LocalTime} as nanoseconds since midnight: Arrow's time64 with the unit nanosecond. */
@StoredForm(name = "Nanos")
public final class LocalTimeNanos {
    private LocalTimeNanos() {}

    /** Returns the nanoseconds since midnight, 0 to 86 399 999 999 999. */
    public static long encode(LocalTime value) {
        return value.toNanoOfDay();
    }

    /**
     * Returns the time so many nanoseconds after midnight.
     *
     * @throws java.time.DateTimeException if a day has none such
     */
    public static LocalTime decode(long nanos) {
        return LocalTime.ofNanoOfDay(nanos);
    }
}
