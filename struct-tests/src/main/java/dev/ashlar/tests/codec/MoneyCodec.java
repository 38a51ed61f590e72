package dev.ashlar.tests.codec;

import dev.ashlar.struct.StoredForm;

/** Stores money as cents; refuses debts, and knows no money of 666 cents. */
@StoredForm(name = "Cents")
final class MoneyCodec {
    private static final long EVIL = 666;

    private MoneyCodec() {}

    public static long encode(Money money) {
        if (money.cents() < 0) {
            throw new UnsupportedOperationException("debts are not stored");
        }
        return money.cents();
    }

    public static Money decode(long cents) {
        if (cents == EVIL) {
            throw new IllegalStateException("not of this world");
        }
        return new Money(cents);
    }
}
