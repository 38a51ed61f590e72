package dev.ashlar.struct.support;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Checks of the values of components before any is stored. For generated code. */
public final class ComponentValue {
    private ComponentValue() {}

    /**
     * Returns {@code value}, after checking that it is not {@code null}.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     */
    public static <T> T require(Object component, @Nullable T value) {
        if (value == null) {
            throw new NullPointerException("a component cannot be null: " + ComponentPath.facts(component));
        }
        return value;
    }

    /**
     * Returns {@code array}, after checking that it has exactly {@code length} elements.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     * @throws IllegalArgumentException if it has any other length
     */
    public static <T> T requireLength(Object component, @Nullable T array, int length) {
        T present = require(component, array);
        if (Array.getLength(present) != length) {
            throw new IllegalArgumentException("array of the wrong length: " + ComponentPath.facts(component)
                    + " arrayLength=" + Array.getLength(present) + " length=" + length);
        }
        return present;
    }

    /**
     * Returns the address of {@code pointer}, after checking that it is not on the Java heap.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     * @throws IllegalArgumentException if it is a segment of the Java heap, which has no address
     */
    public static long requireAddress(Object component, @Nullable MemorySegment pointer) {
        MemorySegment present = require(component, pointer);
        if (!present.isNative()) {
            throw new IllegalArgumentException(
                    "a segment of the Java heap has no address: " + ComponentPath.facts(component));
        }
        return present.address();
    }
}
