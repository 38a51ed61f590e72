package dev.ashlar.struct.codec;

import dev.ashlar.struct.StoredForm;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Stores a {@code BigDecimal} as a {@code long} of its smallest unit: 12.5 with {@code @Scale(4)} as 125 000. What
 * needs more decimal places is refused and never rounded.
 *
 * <p>What is read has the scale of the component, 12.5000: the same number as what was stored, by {@code compareTo},
 * and equal to it by {@code equals} only if that had this scale too.
 */
@StoredForm(name = "Unscaled")
public final class ScaledDecimal {
    private static final double BITS_OF_A_DIGIT = Math.log(10) / Math.log(2);

    private ScaledDecimal() {}

    /**
     * Returns the number of units of 10<sup>-scale</sup>.
     *
     * @throws IllegalArgumentException if it is not a whole number of units, or a {@code long} does not hold it
     */
    public static long encode(BigDecimal value, int scale) {
        if (value.signum() == 0) {
            return 0;
        }
        // Before setScale, and without the precision, both of which take long for a number of many digits. A number
        // that ends in as many zeros as are to be removed is a multiple of this power of 10, and so of 2.
        long removed = (long) value.scale() - scale;
        BigInteger unscaled = value.unscaledValue();
        if (unscaled.getLowestSetBit() < removed) {
            throw needsRounding(value, scale);
        }
        if (unscaled.bitLength() > Long.SIZE + 1 + removed * BITS_OF_A_DIGIT) {
            throw doesNotFit(scale);
        }
        try {
            return inUnits(value, scale).unscaledValue().longValueExact();
        } catch (ArithmeticException overflow) {
            throw doesNotFit(scale);
        }
    }

    private static BigDecimal inUnits(BigDecimal value, int scale) {
        try {
            return value.setScale(scale);
        } catch (ArithmeticException inexact) {
            throw needsRounding(value, scale);
        }
    }

    /** Returns so many units of 10<sup>-scale</sup>. */
    public static BigDecimal decode(long unscaled, int scale) {
        return BigDecimal.valueOf(unscaled, scale);
    }

    private static IllegalArgumentException needsRounding(BigDecimal value, int scale) {
        return new IllegalArgumentException("more decimal places than are stored, use setScale with a rounding mode:"
                + " places=" + value.scale() + " scale=" + scale);
    }

    private static IllegalArgumentException doesNotFit(int scale) {
        return new IllegalArgumentException("a long does not hold so many units: min="
                + BigDecimal.valueOf(Long.MIN_VALUE, scale) + " max=" + BigDecimal.valueOf(Long.MAX_VALUE, scale));
    }
}
