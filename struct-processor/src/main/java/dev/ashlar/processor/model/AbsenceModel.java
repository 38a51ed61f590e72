package dev.ashlar.processor.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an optional component can be absent, or each element of one.
 *
 * @param form how its record shows that
 * @param isByElement whether it is an array or tail of optional elements
 * @param sentinel the stored number that stands for absence, a {@code Long} or a {@code Double}; null when a presence bit
 *     says it
 */
public record AbsenceModel(
        Form form, boolean isByElement, @Nullable Number sentinel) {
    /** The ways in which a record holds a value or none. */
    public enum Form {
        /** A box, which may be null. */
        BOX,
        /** An object, which may be null. */
        NULLABLE,
        /** An {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}. */
        OPTIONAL
    }

    /** The same with a number that stands for absence. */
    public AbsenceModel with(Number number) {
        return new AbsenceModel(form, isByElement, number);
    }

    /** Returns whether a presence bit says whether a value is there. */
    public boolean isByBit() {
        return sentinel == null;
    }

    /** The type of the component in its record, as it is written in Java. */
    // Integer
    // OptionalInt[4]
    // @Nullable Instant
    String typeName(String value) {
        int end = isByElement ? value.lastIndexOf('[') : value.length();
        String one = value.substring(0, end);
        String optional = switch (form) {
            case BOX -> JavaPrimitive.valueOf(one.toUpperCase(Locale.ROOT)).boxName();
            case NULLABLE -> "@Nullable " + one;
            case OPTIONAL -> "Optional" + Character.toUpperCase(one.charAt(0)) + one.substring(1);
        };
        return optional + value.substring(end);
    }
}
