package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The fixed length of a component of a {@link Struct}: for an array, its number of elements; for a {@code String}, the
 * bytes of UTF-8 reserved for it inside the struct.
 *
 * <p>Writing an array of any other length is refused.
 *
 * <p>A shorter string is padded with NUL bytes, and one that fills its field has no NUL at its end. Writing a string is
 * refused if it needs more bytes, or holds a NUL or a lone surrogate, because it could not be read back unchanged.
 * Bytes that are not UTF-8, written there by others, are read as U+FFFD.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Length {
    /** The length, positive: elements of an array, or bytes for a {@code String}. */
    int value();
}
