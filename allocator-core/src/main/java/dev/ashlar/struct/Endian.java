package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives one component of a {@link Struct} another byte order than that of the struct: {@code @Endian(BIG_ENDIAN) @U16 int
 * port}, as the port in C's {@code struct sockaddr_in}.
 *
 * <p>It is for numbers of more than one byte: primitive types, enums, pointers, references, arrays of these, and what a
 * codec stores as one of these. Each element of an array has the order, and the sentinel of an {@link Absent} too; for a
 * {@link Tail} also its length. Offsets, sizes and alignments do not depend on it. Accessors swap the bytes where the order is
 * not that of the machine, as fast as in a struct of that order.
 *
 * <p>A struct that is a component has its own order, {@link Struct#order()}. So have bit-fields, which lie in the bytes of
 * their neighbours: those of another order belong in a struct of their own. A component with {@link Atomic} is
 * little-endian. Text and bytes have no order; UTF-16 has a codec for each.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Endian {
    /** The order of the bytes in each value. */
    StructOrder value();
}
