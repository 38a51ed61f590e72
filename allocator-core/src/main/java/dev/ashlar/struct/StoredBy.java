package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a component of a {@link Struct}, or each element of an array or tail, in a form that a codec makes of it: for
 * classes that have no layout of their own, one's own or others'.
 *
 * <pre>{@code
 * final class MoneyCodec {
 *     public static long encode(Money money) { return money.cents(); }
 *     public static Money decode(long cents) { return Money.ofCents(cents); }
 * }
 *
 * @Struct record Order(int id, @StoredBy(MoneyCodec.class) Money price) {}
 * }</pre>
 *
 * <p>A codec is a class with two public static methods, {@code encode} and {@code decode}, which generated code calls
 * directly. If the component has a {@link Scale}, both take it as a second parameter, an {@code int}. A codec of {@code byte[]}
 * whose length is that of the component's {@link Length} takes it in {@code encode}, as a second parameter, an {@code int}. An
 * exception of {@code encode} refuses the value, with a message that names the struct and the component, before
 * anything is stored; the methods declare no checked ones. Neither is ever given {@code null}, and neither may return it.
 *
 * <p>The stored form is a primitive type, an enum, a {@code String}, another struct, or a {@code byte[]} whose length
 * the codec states in its {@link StoredForm}, or the component in its {@link Length}. {@link Length}, {@link Tail}, {@link Stored}, {@link Bits} and {@link
 * Atomic} apply to it as they do to a component of that type. Layouts, C headers, columns and fingerprints see the
 * stored form, {@code equals} and {@code hashCode} of views compare it, and beside the accessors of the object there
 * are those of the stored form, {@code priceStored()}, which make no object.
 *
 * <p>The name of the codec and the scale are part of the fingerprint of the struct, since they decide what its bytes
 * mean. Types for which {@code dev.ashlar.struct.codec} has a codec, such as {@code Instant} and {@code UUID}, need no
 * annotation; with one they are stored otherwise.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface StoredBy {
    /** The codec. */
    Class<?> value();
}
