package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of decimal places in which a {@link java.math.BigDecimal} is stored, or what another codec takes as its
 * second parameter: {@code @Scale(4) BigDecimal price}. See {@link StoredBy}.
 *
 * <p>It is part of the fingerprint of the struct: the same bytes mean another value if it changes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Scale {
    /** The scale. */
    int value();
}
