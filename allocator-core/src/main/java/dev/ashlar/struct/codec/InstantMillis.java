package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.time.Instant;

/**
 * Stores an {@code Instant} as milliseconds since 1970-01-01T00:00Z, as {@link System#currentTimeMillis()} counts
 * them: {@code @StoredBy(InstantMillis.class) Instant created}. An instant between two milliseconds is refused; {@code
 * truncatedTo(ChronoUnit.MILLIS)} makes it one that is not.
 */
@StoredForm(name = "Millis")
public final class InstantMillis {
    private InstantMillis() {}

    /**
     * Returns the milliseconds since 1970, negative before.
     *
     * @throws IllegalArgumentException if a {@code long} does not hold them, or the instant is not a whole millisecond
     */
    public static long encode(Instant value) {
        long millis = millis(value);
        if (!Instant.ofEpochMilli(millis).equals(value)) {
            throw new IllegalArgumentException("between two milliseconds, use truncatedTo(ChronoUnit.MILLIS)");
        }
        return millis;
    }

    private static long millis(Instant value) {
        try {
            return value.toEpochMilli();
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "a long of milliseconds does not reach so far: min=" + Instant.ofEpochMilli(Long.MIN_VALUE)
                            + " max=" + Instant.ofEpochMilli(Long.MAX_VALUE),
                    overflow);
        }
    }

    /** Returns the instant so many milliseconds after 1970. */
    public static Instant decode(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
