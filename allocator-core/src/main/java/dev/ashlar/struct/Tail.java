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
 * <p>{@link StructType#byteSize(Object)} returns the number of bytes that a record takes; {@code allocate} and {@code
 * put} of the view take as many. Once stored, the length of a tail does not change: elements can be set one by one, and
 * {@code write} accepts records with a tail of the same length and refuses all others. {@code BYTE_SIZE} is the size
 * with an empty tail.
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
public @interface Tail {}
