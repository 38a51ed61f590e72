package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as a struct: the annotation processor lays its components out as a C compiler would and writes the
 * view and array classes that read and write it in memory.
 *
 * <pre>{@code
 * @Struct
 * record Person(int id, double height, int age) {}      // writes PersonView and PersonArray beside it
 * }</pre>
 *
 * <p><b>Components</b> are {@code byte}, {@code short}, {@code int}, {@code long}, {@code float}, {@code double},
 * {@code boolean}, {@code char}, or a {@code String} with {@link Length}. Anything else is a compile-time error.
 *
 * <p><b>Layout</b> is the C rule, on which the System V AMD64 and AAPCS64 ABIs agree: each component at the next
 * multiple of its alignment, in declaration order; the size rounded up to the largest alignment. Values are
 * little-endian. The same record has the same layout on every platform.
 *
 * <p><b>Where.</b> The record may be top-level or nested, of any visibility but {@code private}, and not generic. Its
 * view has a name made of the names that lead to it: {@code PersonView}, {@code Outer_PersonView}. Java shows
 * annotation processors no declaration inside a method, so a record there gets no view, and no error either. The class
 * of a compact source file cannot be named from outside, so a struct in one does not compile: give it a file of its own.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Struct {}
