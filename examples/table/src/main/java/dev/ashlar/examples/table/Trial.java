package dev.ashlar.examples.table;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * One kind of table, loaded and asked.
 *
 * @param name what the ticks are
 * @param load the loading of all rows
 * @param turnover the sum over all rows
 * @param largeSales the filter
 * @param volumes the shares by symbol
 * @param heapByteSize what the table takes on the Java heap
 * @param offHeapByteSize what it takes elsewhere
 * @param collection a full garbage collection while the table lives
 */
record Trial(
        String name,
        Measured<Tick> load,
        Measured<Double> turnover,
        Measured<Long> largeSales,
        Measured<long[]> volumes,
        long heapByteSize,
        long offHeapByteSize,
        Measured<Long> collection) {
    static final int LARGE = 1_000;
    private static final int TIMES = 7;
    private static final int REPORT_EVERY = 10_000;

    /** Makes a table of {@code rows}, loads it from a market of its own, telling {@code progress} the rows there are, and asks it. */
    static Trial of(String name, IntFunction<TickTable> maker, int rows, IntConsumer progress) {
        long heapBefore = Measured.liveHeapByteSize();
        try (TickTable table = maker.apply(rows)) {
            Measured<Tick> load = Measured.once(() -> fill(table, rows, progress));
            Measured<Double> turnover = Measured.best(TIMES, table::turnover);
            Measured<Long> largeSales = Measured.best(TIMES, () -> table.countSales(LARGE));
            Measured<long[]> volumes = Measured.best(TIMES, () -> {
                long[] sums = new long[Market.SYMBOLS];
                table.addVolumes(sums);
                return sums;
            });
            Measured<Long> collection = Measured.once(Measured::liveHeapByteSize);
            return new Trial(
                    name,
                    load,
                    turnover,
                    largeSales,
                    volumes,
                    Math.max(0, collection.result() - heapBefore),
                    table.offHeapByteSize(),
                    collection);
        }
    }

    private static Tick fill(TickTable table, int rows, IntConsumer progress) {
        Market market = new Market(1);
        for (int i = 0; i < rows; i++) {
            market.next();
            table.set(i, market);
            if (i % REPORT_EVERY == 0) {
                progress.accept(i);
            }
        }
        progress.accept(rows);
        return table.last();
    }

    /** Whether the other table gave the same answers, to the bit. */
    boolean agreesWith(Trial other) {
        return load.result().equals(other.load.result())
                && turnover.result().equals(other.turnover.result())
                && largeSales.result().equals(other.largeSales.result())
                && Arrays.equals(volumes.result(), other.volumes.result());
    }
}
