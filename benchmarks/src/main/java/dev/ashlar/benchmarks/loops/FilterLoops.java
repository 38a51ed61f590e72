package dev.ashlar.benchmarks.loops;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The sum of all trades of one side, found by the constant and by its number: in an array, by the rows of columns, and by
 * columns themselves.
 */
@OperationsPerInvocation(Loops.COUNT)
public class FilterLoops extends TradeLoops {
    /** How the side is stored. */
    private static final int BUY = 0;

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnum_view() {
        double sum = 0;
        for (TradeView trade : trades) {
            if (trade.side() == Side.BUY) {
                sum += trade.price();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnum_cursor() {
        double sum = 0;
        TradeView.Cursor trade = trades.cursor();
        while (trade.advance()) {
            if (trade.side() == Side.BUY) {
                sum += trade.price();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnum_segment() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            if (segment.get(INT, i * STRIDE + SIDE) == BUY) {
                sum += segment.get(DOUBLE, i * STRIDE + PRICE);
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnum_objects() {
        double sum = 0;
        for (Trade trade : objects) {
            if (trade.side() == Side.BUY) {
                sum += trade.price();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumRows_view() {
        double sum = 0;
        for (TradeColumns.Row trade : columns) {
            if (trade.side() == Side.BUY) {
                sum += trade.price();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumRows_cursor() {
        double sum = 0;
        TradeColumns.Cursor trade = columns.cursor();
        while (trade.advance()) {
            if (trade.side() == Side.BUY) {
                sum += trade.price();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumRows_segment() {
        return filterEnumColumns_segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumRows_objects() {
        return filterEnum_objects();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumColumns_view() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            if (columns.side(i) == Side.BUY) {
                sum += columns.price(i);
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumColumns_segment() {
        MemorySegment sides = columns.sideColumn();
        MemorySegment prices = columns.priceColumn();
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            if (sides.get(INT, i * 4L) == BUY) {
                sum += prices.get(DOUBLE, i * 8L);
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumColumns_objects() {
        return filterEnum_objects();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumNumber_view() {
        int buy = TradeView.sideNumber(Side.BUY);
        double sum = 0;
        for (TradeView trade : trades) {
            if (trade.sideNumber() == buy) {
                sum += trade.price();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumNumber_cursor() {
        int buy = TradeView.sideNumber(Side.BUY);
        double sum = 0;
        TradeView.Cursor trade = trades.cursor();
        while (trade.advance()) {
            if (trade.sideNumber() == buy) {
                sum += trade.price();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumNumber_segment() {
        return filterEnum_segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumNumber_objects() {
        return filterEnum_objects();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumNumberRows_view() {
        int buy = TradeColumns.sideNumber(Side.BUY);
        double sum = 0;
        for (TradeColumns.Row trade : columns) {
            if (trade.sideNumber() == buy) {
                sum += trade.price();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumNumberRows_segment() {
        return filterEnumColumns_segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumNumberColumns_view() {
        int buy = TradeColumns.sideNumber(Side.BUY);
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            if (columns.sideNumber(i) == buy) {
                sum += columns.price(i);
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double filterEnumNumberColumns_segment() {
        return filterEnumColumns_segment();
    }
}
