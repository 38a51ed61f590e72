package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asserts what the layout of a {@link Struct} comes to. It changes nothing: when an assertion does not hold,
 * compilation fails at the struct, and the message shows the whole layout.
 *
 * <p>Each part is optional; one that is left out, or negative, is not checked.
 *
 * @see Offset
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LayoutCheck {
    /** The size that the struct must have in bytes, its padding included: C's {@code sizeof}. */
    long size() default -1;

    /** The alignment that the struct must have in bytes, a power of two: C's {@code alignof}. */
    long alignment() default -1;

    /**
     * The most bytes of the struct that may be padding, between components and at the end. When there are more, the
     * message also prints an order of the components that needs less, if there is one.
     */
    long maxPadding() default -1;
}
