package dev.ashlar.memory;

/**
 * Arithmetic on alignments: powers of two, in bytes.
 *
 * <p>The formulas are those of every C allocator, {@code (address + a - 1) & -a}, without their two pitfalls: an alignment
 * that is not a power of two is refused, and a result beyond {@link Long#MAX_VALUE} is refused instead of wrapping.
 */
public final class Alignment {
    private Alignment() {}

    /** Returns whether {@code byteAlignment} is an alignment: a positive power of two. */
    public static boolean isValid(long byteAlignment) {
        return byteAlignment > 0 && (byteAlignment & (byteAlignment - 1)) == 0;
    }

    /**
     * Checks that {@code byteAlignment} is a positive power of two, and returns it.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static long requireValid(long byteAlignment) {
        if (!isValid(byteAlignment)) {
            throw notAPowerOfTwo(byteAlignment);
        }
        return byteAlignment;
    }

    /**
     * The least multiple of {@code byteAlignment} that is not below {@code value}.
     *
     * @param value a byte address or byte size, not negative
     * @throws IllegalArgumentException if {@code byteAlignment} is not a positive power of two, if {@code value} is
     *     negative, or if the result does not fit in a {@code long}
     */
    public static long alignUp(long value, long byteAlignment) {
        requireValid(byteAlignment);
        long aligned = (value + byteAlignment - 1) & -byteAlignment;
        if (value < 0 || aligned < value) {
            throw new IllegalArgumentException(
                    "value cannot be aligned up: value=" + value + " byteAlignment=" + byteAlignment);
        }
        return aligned;
    }

    /**
     * The greatest multiple of {@code byteAlignment} that is not above {@code value}.
     *
     * @param value a byte address or byte size, not negative
     * @throws IllegalArgumentException if {@code byteAlignment} is not a positive power of two, or {@code value} is
     *     negative
     */
    public static long alignDown(long value, long byteAlignment) {
        requireValid(byteAlignment);
        if (value < 0) {
            throw new IllegalArgumentException(
                    "value cannot be aligned down: value=" + value + " byteAlignment=" + byteAlignment);
        }
        return value & -byteAlignment;
    }

    /**
     * Returns whether {@code value} is a multiple of {@code byteAlignment}.
     *
     * @throws IllegalArgumentException if {@code byteAlignment} is not a positive power of two
     */
    public static boolean isAligned(long value, long byteAlignment) {
        requireValid(byteAlignment);
        return (value & (byteAlignment - 1)) == 0;
    }

    private static IllegalArgumentException notAPowerOfTwo(long byteAlignment) {
        return new IllegalArgumentException("alignment is not a positive power of two: byteAlignment=" + byteAlignment);
    }
}
