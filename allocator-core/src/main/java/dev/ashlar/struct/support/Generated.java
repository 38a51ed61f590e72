package dev.ashlar.struct.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that an annotation processor of Ashlar wrote.
 *
 * <p>{@code javax.annotation.processing.Generated} would say the same, but its module is not visible to every module
 * that has structs. This one also stays in the class file, where coverage tools look for it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {
    /** The name of the processor. */
    String value();
}
