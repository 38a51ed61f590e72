package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes structs of classes that cannot be annotated with {@link Struct}: records of a library, of an upstream module,
 * or Kotlin's {@code @JvmRecord} classes, which the Kotlin compiler does not show to annotation processors.
 *
 * <pre>{@code
 * @StructsFor({Point.class, Line.class})
 * final class GeometryStructs {}                        // writes PointView, PointArray, LineView, LineArray beside it
 * }</pre>
 *
 * <p>The views are written into the package of the type or package that has this annotation, whatever the package of
 * the class itself. The class may come from source or from a class file, and must meet the requirements of {@link
 * Struct}; if it is in another package, it must be public, and so must the types of its components. Annotations of its
 * components, such as {@link Length}, are read from the class as usual.
 *
 * <p>Structs of this compilation may hold the classes named here, or refer to them. A build that compiles only changed
 * files finds the annotation only on the struct that holds the class, on a type around that struct, or on its package.
 * Other modules do not see this annotation, and must name the classes again.
 *
 * <p>At least one class must be named, none of them twice in a compilation, and none that has {@link Struct} itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface StructsFor {
    /** The records, Kotlin data classes, and sealed interfaces of these. */
    Class<?>[] value();

    /** The options of the layout, as if {@link Struct} were on each of them. */
    Struct as() default @Struct;
}
