package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the last component of a {@link Struct} one of variable size: a {@code String}, or an array of what arrays may
 * consist of. In memory stands how many elements there are (bytes of UTF-8 for a string), in 4 bytes, and after it the
 * elements, at the next multiple of their alignment. In C it is {@code int32_t textLength; char text[];}.
 *
 * <pre>{@code
 * @Struct
 * record Entry(long time, @Tail String text) {}
 *
 * EntryView entry = EntryView.allocate(allocator, new Entry(1, "Alice"));     // 24 bytes
 * }</pre>
 *
 * <p>{@link StructType#byteSize(Object)} says how many bytes a record takes, {@code allocate} and {@code put} of the view
 * take as many. Once it is there its length does not change: elements can be set one by one, {@code write} takes records
 * with a tail of the same length, and refuses all others. {@code BYTE_SIZE} is the size with an empty tail.
 *
 * <p>A struct with a tail has no fixed size, and so no array class, and no place in another struct; a {@link Ref} may lead
 * to it, and a {@link StructLog} holds many of them one after the other.
 *
 * <p>The length is checked whenever it is read: one that is negative, or leads out of the handle, is an {@link
 * IllegalStateException}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Tail {}
