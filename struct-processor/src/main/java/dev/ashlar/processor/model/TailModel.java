package dev.ashlar.processor.model;

import dev.ashlar.struct.TailUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code @Tail} says of the place and number of its elements.
 *
 * @param count the component that holds their number; null if 4 bytes before them do
 * @param unit what that number counts
 * @param pad the multiple up to which their end is rounded, in bytes from the start of the struct; 1 for none
 */
public record TailModel(@Nullable String count, TailUnit unit, long pad) {
    /** Returns whether the number counts bytes, of elements that may have more than one. */
    public boolean isInBytes() {
        return unit == TailUnit.BYTES;
    }
}
