package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component of a {@link Struct} a bit-field, as C's {@code int flags : 3}, laid out by the System V ABI
 * (AMD64, section 3.1.2; AAPCS64 agrees).
 *
 * <p>The type of the bit-field is the component's storage type: {@code @Bits(3) int} is C's {@code int : 3}, signed,
 * and {@code @Bits(3) @Stored(U32) int} is {@code unsigned : 3}. A bit-field never crosses a boundary of its type,
 * except in a packed struct. Bits are counted from the least significant; in a big-endian struct from the most
 * significant. Writing a value that needs more bits is refused.
 *
 * <p>An enum is a bit-field of the numbers of its constants, all of which must fit: {@code @Bits(3) Color} is C's {@code
 * enum color : 3}. Its type is that of GCC, {@link StorageType#I32} if a constant has a negative number, and otherwise {@link
 * StorageType#U32}, so that two bits hold four constants; a {@link Stored} names another one. A number that no constant has
 * is an {@link IllegalStateException} when it is read, and the accessor whose name ends in {@code Number} returns it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Bits {
    /** The width in bits, positive; 1 for a {@code boolean}. */
    int value();

    /** Indicates whether the bit-field starts a new unit of its type, as after C's zero-width {@code int : 0}. */
    boolean newUnit() default false;
}
