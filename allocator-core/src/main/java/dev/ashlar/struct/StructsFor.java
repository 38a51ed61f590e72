package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes structs of classes that cannot be annotated with {@link Struct}: records of a library, of an upstream module, or
 * Kotlin's {@code @JvmRecord} classes, which the compiler of Kotlin does not show to annotation processors.
 *
 * <pre>{@code
 * @StructsFor({Point.class, Line.class})
 * final class GeometryStructs {}                        // writes PointView, PointArray, LineView, LineArray beside it
 * }</pre>
 *
 * <p>The views are written into the package of the type or package that has this annotation, whichever package the class
 * itself lies in. It may come from source or from a class file, and what it must be is what {@link Struct} asks for; seen
 * from another package it must be public, and so must the types of its components. Annotations of its components, such as
 * {@link Length}, are read there as always.
 *
 * <p>Structs of this compilation may hold what is named here, or refer to it. Where a build compiles changed files alone,
 * it finds the name only where it does not have to search: on the struct that holds it, on a type around that, or on its
 * package. Another module does not see what is named here, and names it anew.
 *
 * <p>At least one class is named, none of them twice in a compilation, and none that has {@link Struct} itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface StructsFor {
    /** The records, Kotlin data classes, and sealed interfaces of these. */
    Class<?>[] value();

    /** How they are laid out; as {@link Struct} on each of them would say it. */
    Struct as() default @Struct;
}
