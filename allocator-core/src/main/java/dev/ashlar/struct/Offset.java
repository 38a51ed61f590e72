package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asserts where a component of a {@link Struct} lies. It moves nothing: when the component lies elsewhere, compilation
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
