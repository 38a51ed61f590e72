package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import java.lang.reflect.Array;

/**
 * The elements of an array on their way into memory, some of which are absent: each was read once and can be stored. For
 * generated code.
 *
 * @param <A> an array of what is stored for each element; 0, or a struct of zeros, for one that is absent
 */
public final class CheckedElements<A> {
    private final A values;
    private final boolean[] present;

    /** Takes both arrays, which are of the same length and which nothing else may change. */
    public CheckedElements(A values, boolean[] present) {
        if (Array.getLength(values) != present.length) {
            throw new IllegalArgumentException(
                    "arrays of different lengths: values=" + Array.getLength(values) + " present=" + present.length);
        }
        this.values = values;
        this.present = present;
    }

    /** The value that is stored for each element. */
    public A values() {
        return values;
    }

    /** Stores which of them are present, in as many bits from bit {@code first} of the bytes at {@code byteOffset} on. */
    public void storePresence(Memory memory, long byteOffset, long first) {
        PresenceBits.putAll(memory, byteOffset, first, present);
    }
}
