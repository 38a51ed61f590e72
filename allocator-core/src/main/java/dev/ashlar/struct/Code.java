package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number by which a constant of an enum is stored in a {@link Struct}, instead of its ordinal. Either all constants
 * of an enum have one, or none; no two have the same.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Code {
    /** The number; it must fit the storage type of every component of that enum. */
    long value();
}
