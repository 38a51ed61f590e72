package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the last component of a {@link Struct} one of variable size: a {@code String}, or an array of anything that
 * arrays may consist of. In memory it is the number of elements (bytes of UTF-8 for a string), in 4 bytes, followed by
 * the elements, at the next multiple of their alignment. In C it is {@code int32_t textLength; char text[];}.
 *
 * <pre>{@code
 * @Struct
 * record Entry(long time, @Tail String text) {}
 *
 * EntryView entry = EntryView.allocate(allocator, new Entry(1, "Alice"));     // 24 bytes
 * }</pre>
 *
 * <p>Formats of others have the number elsewhere: {@link #count()} names the component that holds it, and then only the
 * elements are stored here. Several such tails may follow one another. They start where the one before ends, aligned or
 * not, and {@link #pad()} rounds that up.
 *
 * <pre>{@code
 * @Struct(packed = true)
 * record Pair(@U16 int keyLength, @U16 int valueLength,
 *         @Tail(count = "keyLength") String key, @Tail(count = "valueLength") byte[] value) {}
 * }</pre>
 *
 * <p>{@link StructType#byteSize(Object)} returns the number of bytes that a record takes; {@code allocate} and {@code
 * put} of the view take as many. Once stored, the length of a tail does not change: elements can be set one by one, a
 * component that counts has no setter, and {@code write} accepts records with tails of the same lengths and refuses all
 * others. {@code BYTE_SIZE} is the size with empty tails.
 *
 * <p>A struct with a tail has no fixed size, and therefore no array class, and cannot be nested in another struct; a
 * {@link Ref} may refer to it, and a {@link StructLog} holds many of them one after the other.
 *
 * <p>The length is checked whenever it is read: if it is negative, or reaches beyond the handle, {@link
 * IllegalStateException} is thrown.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Tail {
    /**
     * The name of the component that holds the number of elements: an integer of any storage type, a bit-field too, before
     * all tails. A record whose component says another number than the tail has elements is refused when it is written. Two
     * tails may have the same count, and then have the same length. Without a count, 4 bytes before the elements hold it.
     */
    String count() default "";

    /** The unit in which {@link #count()} counts. */
    TailUnit unit() default TailUnit.ELEMENTS;

    /**
     * The multiple, in bytes from the start of the struct, up to which the end of a tail with a {@link #count()} is padded: a
     * power of two. What follows starts there.
     */
    long pad() default 1;

    /**
     * Gives the last tail as many elements as fit up to the end of its handle, without a number anywhere: the rest of a file
     * or of a message. Such a struct is put where it ends with the handle, is the target of no {@link Ref}, and lies in
     * no {@link StructLog}.
     */
    boolean toEnd() default false;
}
