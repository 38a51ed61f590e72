package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The stored number that stands for the absence of an optional component of a {@link Struct}, in place of a presence
 * bit: {@code @Absent("-1") Integer parent}, {@code @Absent("NaN") OptionalDouble reading}; or of an optional element:
 * {@code @Absent("-1") @Length(4) Integer[] parents}.
 *
 * <p>A component is optional if its type is a box such as {@code Integer}, {@code OptionalInt}, {@code OptionalLong} or
 * {@code OptionalDouble}, or if it is annotated as {@code Nullable}, by whatever library. Without this annotation a bit
 * says whether its value is there; the bits of a struct follow its last component of fixed size, one for each optional
 * component in the order of declaration, from the least significant bit of the first byte on.
 *
 * <p>The elements of an array are optional if they are boxes or of these classes, or if their type is annotated:
 * {@code @Nullable Colour[]}. The number then stands for the absence of each of them; without it each has a bit, one
 * after the other. Those of a tail need a number.
 *
 * <p>With it the component takes the space of its number alone, as in many structs of C. The number is that which is
 * stored: of an enum the one that stands for a constant, of what a codec stores that of the stored form. {@code NaN}
 * stands for every NaN of a {@code float} or {@code double}. A present value that is this number is refused. Zeroed
 * memory holds the value 0, and not its absence, unless 0 is the number.
 *
 * <p>The number is part of the fingerprint of the struct.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Absent {
    /** The number as a decimal: {@code "-1"}, {@code "0.5"}; or {@code "NaN"}. */
    String value();
}
