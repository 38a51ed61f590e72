package dev.ashlar.examples.table;

import java.util.SplittableRandom;

/**
 * A made-up market, the same for the same seed: trades come in bursts, a few symbols are traded most, and each price is a
 * random walk of its own. It gives its current trade away by component, so that who stores it makes no object.
 */
public final class Market {
    static final int SYMBOLS = 500;
    private static final double MEAN_GAP_NANOS = 40_000;

    private final SplittableRandom random;
    private final double[] prices = new double[SYMBOLS];
    private long time;
    private int quantity;
    private int symbol;
    private Side side = Side.BUY;

    public Market(long seed) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < SYMBOLS; i++) {
            prices[i] = 5 + 495 * random.nextDouble();
        }
    }

    /** Goes on to the next trade. */
    public void next() {
        time += (long) (-MEAN_GAP_NANOS * Math.log(1 - random.nextDouble()));
        double popularity = random.nextDouble();
        symbol = (int) (SYMBOLS * popularity * popularity);
        side = random.nextBoolean() ? Side.BUY : Side.SELL;
        quantity = 100 * (1 + (int) (-4 * Math.log(1 - random.nextDouble())));
        double step = 0.0005 * prices[symbol] * (random.nextDouble() - 0.5);
        prices[symbol] = Math.max(0.01, Math.rint(100 * (prices[symbol] + step)) / 100);
    }

    public long time() {
        return time;
    }

    public double price() {
        return prices[symbol];
    }

    public int quantity() {
        return quantity;
    }

    public int symbol() {
        return symbol;
    }

    public Side side() {
        return side;
    }
}
