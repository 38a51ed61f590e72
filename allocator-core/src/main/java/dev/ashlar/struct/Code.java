package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number by which a constant of an enum is stored in a {@link Struct}, instead of its ordinal; or the tag of a
 * record in a union, instead of its position in the {@code permits} clause. Either all constants of an enum, or all
 * variants of a union, have one, or none have; no two have the same.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Code {
    /** The number; it must fit the storage type of every component of that enum, or that of the tag. */
    long value();
}
