package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a component of a {@link Struct} accessors with guarantees for other threads, and for other processes that have
 * the same file mapped. For an {@code int} or {@code long} component {@code count} they are, in addition to the plain
 * {@code count()} and {@code count(int)}:
 *
 * <ul>
 *   <li>{@code countVolatile()}, {@code countVolatile(int)}, {@code countAcquire()} and {@code countRelease(int)}:
 *       loads and stores with the memory ordering of that name, as {@link java.lang.invoke.VarHandle} has them;
 *   <li>{@code countCompareAndSet(expected, value)}, which returns whether it stored, and {@code
 *       countCompareAndExchange(expected, value)}, which returns the previous value;
 *   <li>{@code countGetAndSet(value)}, {@code countGetAndAdd(delta)}, {@code countGetAndBitwiseAnd(mask)}, {@code
 *       countGetAndBitwiseOr(mask)} and {@code countGetAndBitwiseXor(mask)}, which return the previous value.
 * </ul>
 *
 * <p>The plain accessors, {@code read}, {@code write} and copies of whole structs race as they always do.
 *
 * <p>Atomic access needs an address that is a multiple of the component's size. The offset in the struct is checked at
 * compile time: in a packed struct the component needs an {@link Align}. The address of the struct is checked by {@code
 * at} of the view and the array, which refuse a misaligned address, and memory that guarantees no alignment, such as a
 * {@code byte[]}. The component must be little-endian, as its struct or by an {@link Endian}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Atomic {}
