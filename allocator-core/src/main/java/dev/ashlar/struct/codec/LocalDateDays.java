package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.time.LocalDate;

/** Stores a {@code LocalDate} as days since 1970-01-01: Arrow's date32. */
@StoredForm(name = "Days")
public final class LocalDateDays {
    private LocalDateDays() {}

    /**
     * Returns the days since 1970, negative before.
     *
     * @throws IllegalArgumentException if an {@code int} does not hold them
     */
    public static int encode(LocalDate value) {
        long days = value.toEpochDay();
        if (days != (int) days) {
            throw new IllegalArgumentException("an int of days does not reach so far: min="
                    + LocalDate.ofEpochDay(Integer.MIN_VALUE) + " max=" + LocalDate.ofEpochDay(Integer.MAX_VALUE));
        }
        return (int) days;
    }

    /** Returns the day so many days after 1970-01-01. */
    public static LocalDate decode(int days) {
        return LocalDate.ofEpochDay(days);
    }
}
