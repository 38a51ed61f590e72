package dev.ashlar.struct.codec;

import java.util.function.LongFunction;

/** Nanoseconds in a {@code long} from seconds and nanoseconds, and back. */
final class EpochNanos {
    static final long PER_SECOND = 1_000_000_000;

    private EpochNanos() {}

    /**
     * Returns the nanoseconds, without an overflow on the way to the least {@code long}.
     *
     * @param nano 0 to 999 999 999
     * @param decode what a {@code long} of nanoseconds stands for, to tell the least and the greatest
     * @throws IllegalArgumentException if a {@code long} does not hold them; the message says what it holds
     */
    static long of(long seconds, int nano, LongFunction<?> decode) {
        long towardsZero = seconds < 0 ? seconds + 1 : seconds;
        long rest = seconds < 0 ? nano - PER_SECOND : nano;
        try {
            return Math.addExact(Math.multiplyExact(towardsZero, PER_SECOND), rest);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "a long of nanoseconds does not reach so far: min=" + decode.apply(Long.MIN_VALUE) + " max="
                            + decode.apply(Long.MAX_VALUE),
                    overflow);
        }
    }

    static long seconds(long nanos) {
        return Math.floorDiv(nanos, PER_SECOND);
    }

    static int nano(long nanos) {
        return (int) Math.floorMod(nanos, PER_SECOND);
    }
}
