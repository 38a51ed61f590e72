package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Raises the alignment of a component of a {@link Struct}: it starts at a multiple of this many bytes, and the struct
 * is aligned to at least as many. Corresponds to C's {@code _Alignas}; in a packed struct, where components have no
 * alignment of their own, GCC's {@code __attribute__((aligned(n)))}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Align {
    /** The alignment in bytes: a power of two up to 65 536, and not below the component's own alignment. */
    int value();
}
