package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asserts the offset of a component of a {@link Struct}. It moves nothing: if the component lies elsewhere, compilation
 * fails at the component, and the message shows the whole layout.
 *
 * @see LayoutCheck
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Offset {
    /** The offset that the component must have: bytes from the start of the struct, not negative. */
    long value();
}
