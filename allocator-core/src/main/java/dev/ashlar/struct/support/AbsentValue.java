package dev.ashlar.struct.support;

import java.util.NoSuchElementException;

/**
 * The checks of optional components and elements: that a value is there, and that it is not the number that stands for absence. For
 * generated code.
 */
public final class AbsentValue {
    private AbsentValue() {}

    /**
     * Checks that an optional component holds a value.
     *
     * @param component the component as a member of its struct
     * @throws NoSuchElementException if it does not
     */
    public static void require(String component, boolean isPresent) {
        if (!isPresent) {
            throw missing(component);
        }
    }

    /**
     * As {@link #require(String, boolean)}, of one element of an array.
     *
     * @param component the array as a member of its struct
     * @throws NoSuchElementException if it does not hold a value
     */
    public static void require(String component, long index, boolean isPresent) {
        if (!isPresent) {
            throw missing(component, index);
        }
    }

    private static NoSuchElementException missing(String component, long index) {
        return new NoSuchElementException("element holds no value; ask first, or read it with a value to use instead: "
                + ComponentPath.facts(component) + " index=" + index);
    }

    private static NoSuchElementException missing(String component) {
        return new NoSuchElementException(
                "component holds no value; ask first, or read it with a value to use instead: "
                        + ComponentPath.facts(component));
    }

    /**
     * Returns {@code value}, after checking that it is not the number that stands for absence.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     * @throws IllegalArgumentException if it is that number
     */
    public static int refuse(Object component, int value, int sentinel) {
        return value == sentinel ? (int) taken(component, Integer.toString(value)) : value;
    }

    /** As {@link #refuse(Object, int, int)}, for the bits of unsigned numbers. */
    public static int refuseU32(Object component, int value, int sentinel) {
        return value == sentinel ? (int) taken(component, Integer.toUnsignedString(value)) : value;
    }

    /** As {@link #refuse(Object, int, int)}. */
    public static long refuse(Object component, long value, long sentinel) {
        return value == sentinel ? taken(component, Long.toString(value)) : value;
    }

    /** As {@link #refuse(Object, int, int)}; if {@code sentinel} is NaN, for every NaN. */
    public static float refuse(Object component, float value, float sentinel) {
        return is(value, sentinel) ? taken(component, Float.toString(value)) : value;
    }

    /** As {@link #refuse(Object, int, int)}; if {@code sentinel} is NaN, for every NaN. */
    public static double refuse(Object component, double value, double sentinel) {
        return is(value, sentinel) ? taken(component, Double.toString(value)) : value;
    }

    /** Returns whether a number is the one that stands for absence: equal to it, or a NaN like it. */
    public static boolean is(double value, double sentinel) {
        return value == sentinel || (Double.isNaN(value) && Double.isNaN(sentinel));
    }

    private static long taken(Object component, String value) {
        throw new IllegalArgumentException("value stands for absence; clear the component instead: "
                + ComponentPath.facts(component) + " value=" + value);
    }
}
