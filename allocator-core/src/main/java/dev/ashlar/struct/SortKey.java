package dev.ashlar.struct;

/** Numbers of other types as {@code long}s that sort in the same order. */
final class SortKey {
    private SortKey() {}

    /** Returns a key in the order of {@link Double#compare}: the bits of a negative number are in reverse order. */
    static long of(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ (bits >> (Long.SIZE - 1) & Long.MAX_VALUE);
    }
}
