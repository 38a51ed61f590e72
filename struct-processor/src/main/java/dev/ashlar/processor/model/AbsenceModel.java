package dev.ashlar.processor.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an optional component can be absent.
 *
 * @param form how its record shows that
 * @param sentinel the stored number that stands for absence, a {@code Long} or a {@code Double}; null when a presence bit
 *     says it
 */
public record AbsenceModel(Form form, @Nullable Number sentinel) {
    /** The ways in which a record holds a value or none. */
    public enum Form {
        /** A box, which may be null. */
        BOX,
        /** An object, which may be null. */
        NULLABLE,
        /** An {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}. */
        OPTIONAL
    }

    /** Returns whether a presence bit says whether a value is there. */
    public boolean isByBit() {
        return sentinel == null;
    }

    /** The type of the component in its record, as it is written in Java. */
    // Integer
    // OptionalInt
    // @Nullable Instant
    String typeName(String value) {
        return switch (form) {
            case BOX -> JavaPrimitive.valueOf(value.toUpperCase(Locale.ROOT)).boxName();
            case NULLABLE -> "@Nullable " + value;
            case OPTIONAL -> "Optional" + Character.toUpperCase(value.charAt(0)) + value.substring(1);
        };
    }
}
