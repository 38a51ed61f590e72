package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a component of a {@link Struct} accessors that promise something to other threads, and to other processes that
 * have the same file mapped. For an {@code int} or {@code long} component {@code count} they are, beside the plain
 * {@code count()} and {@code count(int)}:
 *
 * <ul>
 *   <li>{@code countVolatile()}, {@code countVolatile(int)}, {@code countAcquire()} and {@code countRelease(int)}: loads
 *       and stores with the memory ordering of that name, as {@link java.lang.invoke.VarHandle} has them;
 *   <li>{@code countCompareAndSet(expected, value)}, which says whether it stored, and {@code
 *       countCompareAndExchange(expected, value)}, which returns what stood there;
 *   <li>{@code countGetAndSet(value)}, {@code countGetAndAdd(delta)}, {@code countGetAndBitwiseAnd(mask)}, {@code
 *       countGetAndBitwiseOr(mask)} and {@code countGetAndBitwiseXor(mask)}, which return what stood there.
 * </ul>
 *
 * <p>The plain accessors, {@code read}, {@code write} and copies of whole structs race as they always do.
 *
 * <p>Atomic access needs an address that is a multiple of the component's size. That it lies so in its struct is checked
 * at compile time: in a packed struct it needs an {@link Align}. That the struct lies so is checked by {@code at} of the
 * view and the array, which refuse a misaligned place, and memory that guarantees no alignment, such as a {@code byte[]}.
 * The struct must be little-endian.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Atomic {}
