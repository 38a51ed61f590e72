package dev.ashlar.examples.table;

/** Ticks as Java has them: an array of references to records. */
final class ObjectTable implements TickTable {
    private final Tick[] ticks;

    ObjectTable(int rows) {
        ticks = new Tick[rows];
    }

    @Override
    public void set(int index, Market market) {
        ticks[index] = new Tick(market.time(), market.price(), market.quantity(), market.symbol(), market.side());
    }

    @Override
    public double turnover() {
        double turnover = 0;
        for (Tick tick : ticks) {
            turnover += tick.price() * tick.quantity();
        }
        return turnover;
    }

    @Override
    public long countSales(int quantity) {
        long count = 0;
        for (Tick tick : ticks) {
            if (tick.side() == Side.SELL && tick.quantity() >= quantity) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void addVolumes(long[] volumes) {
        for (Tick tick : ticks) {
            volumes[tick.symbol()] += tick.quantity();
        }
    }

    @Override
    public Tick last() {
        return ticks[ticks.length - 1];
    }

    @Override
    public long offHeapByteSize() {
        return 0;
    }

    @Override
    public void close() {
        // The garbage collector's.
    }
}
