package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asserts properties of the layout of a {@link Struct}. It changes nothing: if an assertion does not hold, compilation
 * fails at the struct, and the message shows the whole layout.
 *
 * <p>Each assertion is optional; one that is omitted, or negative, is not checked.
 *
 * @see Offset
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LayoutCheck {
    /** The size that the struct must have, in bytes, its padding included: C's {@code sizeof}. */
    long size() default -1;

    /** The alignment that the struct must have, in bytes, a power of two: C's {@code alignof}. */
    long alignment() default -1;

    /**
     * The maximum number of bytes of padding, between components and at the end. If there are more, the message also
     * prints an order of the components that needs less padding, if there is one.
     */
    long maxPadding() default -1;

    /**
     * The size of a cache line in bytes, a power of two, for a struct that should be read with as few cache misses as
     * possible: a component that lies in two lines although one would do is reported as a <em>warning</em> at that
     * component. The struct is assumed to start at the start of a line; a component larger than a line is never
     * reported.
     */
    long cacheLine() default -1;
}
