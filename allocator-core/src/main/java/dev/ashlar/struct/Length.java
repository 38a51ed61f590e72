package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The fixed length of a component of a {@link Struct}: for a {@code String}, the bytes of UTF-8 that are set aside for
 * it inside the struct.
 *
 * <p>A shorter string is padded with NUL bytes, and one that fills its field has no NUL at its end. A string that needs
 * more bytes, or that holds a NUL or a lone surrogate, could not be read back as it was and is refused on write. Bytes
 * that are no UTF-8, written there by others, are read as U+FFFD.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Length {
    /** The length, positive: for a {@code String}, in bytes. */
    int value();
}
