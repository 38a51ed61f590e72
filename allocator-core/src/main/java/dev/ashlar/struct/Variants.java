package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the variants of a union that is declared in Kotlin, whose compiler does not show annotation processors what a
 * sealed interface permits.
 *
 * <pre>{@code
 * @Struct
 * @Variants(Circle::class, Rect::class)
 * sealed interface Shape
 * }</pre>
 *
 * <p>Without {@link Code} the variants are numbered in this order. Each is a struct that implements the interface, or
 * another such interface with its own variants.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Variants {
    /** The variants, all of them. */
    Class<?>[] value();
}
