package dev.ashlar.processor.model;

import dev.ashlar.struct.TailUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code @Tail} says of the place and number of its elements.
 *
 * @param count the component that holds their number; null if 4 bytes before them do, or the end of the handle says it
 * @param unit what that number counts
 * @param pad the multiple up to which their end is rounded, in bytes from the start of the struct; 1 for none
 * @param toEnd whether they reach to the end of the handle
 */
public record TailModel(@Nullable String count, TailUnit unit, long pad, boolean toEnd) {
    /** Returns whether 4 bytes before the elements hold their number. */
    public boolean hasLength() {
        return count == null && !toEnd;
    }

    /** Returns whether the number counts bytes, of elements that may have more than one. */
    public boolean isInBytes() {
        return unit == TailUnit.BYTES;
    }
}
