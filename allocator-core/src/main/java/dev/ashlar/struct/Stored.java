package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a component of a {@link Struct}, or each element of an array, as another storage type than the default of its
 * Java type: a {@code long} or a {@link Ref} as {@link StorageType#U32}, a {@code short} as {@link StorageType#U8}.
 *
 * <p>{@link U8}, {@link U16} and {@link U32} are short forms.
 *
 * <p>On a sealed interface with {@link Struct} it determines the storage type of the tag: one of I8, U8, I16, U16 and
 * I32, which is the default.
 *
 * <p>The Java type must hold all values of the storage type, so that reading never loses anything. Writing a value that
 * does not fit the storage type is refused.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface Stored {
    /** The storage type of each value. */
    StorageType value();
}
