package dev.ashlar.struct.support;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;

/** The text of a user's object in messages, which is there whatever that object is. */
public final class ValueText {
    /** The length at which texts of values are cut, in messages and dumps. */
    public static final int MOST = 200;

    /** The bits of some number of more than {@link #MOST} digits. */
    private static final int MOST_BITS = 4 * MOST;

    private ValueText() {}

    /** The text of an object, whose own method may fail, or return {@code null}. */
    static String of(Object value) {
        String text;
        try {
            text = String.valueOf(told(value));
        } catch (Exception untellable) {
            return value.getClass().getName();
        }
        // For its text may be null.
        String present = String.valueOf(text);
        return present.length() <= MOST ? present : present.substring(0, MOST) + "...";
    }

    private static Object told(Object value) {
        return switch (value) {
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case BigDecimal decimal
            when isLong(decimal.unscaledValue()) ->
                "BigDecimal[bitLength=" + decimal.unscaledValue().bitLength() + ", scale=" + decimal.scale() + "]";
            case BigInteger integer when isLong(integer) -> "BigInteger[bitLength=" + integer.bitLength() + "]";
            default -> value;
        };
    }

    /** Making the text of millions of digits takes seconds. */
    private static boolean isLong(BigInteger number) {
        return number.bitLength() > MOST_BITS;
    }
}
