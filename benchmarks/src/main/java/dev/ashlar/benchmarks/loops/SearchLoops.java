package dev.ashlar.benchmarks.loops;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Searches that end with the last trade, by one and by two conditions, and for the highest price. */
@OperationsPerInvocation(Loops.COUNT)
public class SearchLoops extends TradeLoops {
    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int searchByOne_view() {
        for (int i = 0; i < COUNT; i++) {
            TradeView trade = trades.get(i);
            if (trade.id() == LAST) {
                return i;
            }
        }
        return -1;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long searchByOne_cursor() {
        TradeView.Cursor trade = trades.cursor();
        while (trade.advance()) {
            if (trade.id() == LAST) {
                return trade.index();
            }
        }
        return -1;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int searchByOne_segment() {
        for (int i = 0; i < COUNT; i++) {
            if (segment.get(LONG, i * STRIDE) == LAST) {
                return i;
            }
        }
        return -1;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int searchByOne_objects() {
        for (int i = 0; i < COUNT; i++) {
            Trade trade = objects[i];
            if (trade.id() == LAST) {
                return i;
            }
        }
        return -1;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int searchByTwo_view() {
        for (int i = 0; i < COUNT; i++) {
            TradeView trade = trades.get(i);
            if (trade.id() == LAST && trade.size() >= 0) {
                return i;
            }
        }
        return -1;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long searchByTwo_cursor() {
        TradeView.Cursor trade = trades.cursor();
        while (trade.advance()) {
            if (trade.id() == LAST && trade.size() >= 0) {
                return trade.index();
            }
        }
        return -1;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int searchByTwo_segment() {
        for (int i = 0; i < COUNT; i++) {
            if (segment.get(LONG, i * STRIDE) == LAST && segment.get(INT, i * STRIDE + SIZE) >= 0) {
                return i;
            }
        }
        return -1;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int searchByTwo_objects() {
        for (int i = 0; i < COUNT; i++) {
            Trade trade = objects[i];
            if (trade.id() == LAST && trade.size() >= 0) {
                return i;
            }
        }
        return -1;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int whileSearch_view() {
        int i = 0;
        while (true) {
            TradeView trade = trades.get(i);
            if (trade.id() == LAST) {
                return i;
            }
            if (trade.price() < 0) {
                return -1;
            }
            i++;
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int whileSearch_cursor() {
        TradeView.Cursor trade = trades.cursor();
        int i = 0;
        while (true) {
            trade.moveTo(i);
            if (trade.id() == LAST) {
                return i;
            }
            if (trade.price() < 0) {
                return -1;
            }
            i++;
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int whileSearch_segment() {
        int i = 0;
        while (true) {
            long offset = i * STRIDE;
            if (segment.get(LONG, offset) == LAST) {
                return i;
            }
            if (segment.get(DOUBLE, offset + PRICE) < 0) {
                return -1;
            }
            i++;
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int whileSearch_objects() {
        int i = 0;
        while (true) {
            Trade trade = objects[i];
            if (trade.id() == LAST) {
                return i;
            }
            if (trade.price() < 0) {
                return -1;
            }
            i++;
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long best_view() {
        TradeView best = null;
        for (TradeView trade : trades) {
            if (best == null || trade.price() > best.price()) {
                best = trade;
            }
        }
        return best == null ? 0 : best.id();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long best_cursor() {
        TradeView.Cursor trade = trades.cursor();
        TradeView.Cursor best = trades.cursor().moveTo(0);
        while (trade.advance()) {
            if (trade.price() > best.price()) {
                best.moveTo(trade.index());
            }
        }
        return best.id();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long best_segment() {
        long best = 0;
        for (int i = 1; i < COUNT; i++) {
            if (segment.get(DOUBLE, i * STRIDE + PRICE) > segment.get(DOUBLE, best + PRICE)) {
                best = i * STRIDE;
            }
        }
        return segment.get(LONG, best);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long best_objects() {
        Trade best = null;
        for (Trade trade : objects) {
            if (best == null || trade.price() > best.price()) {
                best = trade;
            }
        }
        return best == null ? 0 : best.id();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double rowsReturn_view() {
        for (TradeColumns.Row trade : columns) {
            if (trade.id() == LAST) {
                return trade.price();
            }
        }
        return 0;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double rowsReturn_cursor() {
        TradeColumns.Cursor trade = columns.cursor();
        while (trade.advance()) {
            if (trade.id() == LAST) {
                return trade.price();
            }
        }
        return 0;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double rowsReturn_segment() {
        MemorySegment ids = columns.idColumn();
        for (int i = 0; i < COUNT; i++) {
            if (ids.get(LONG, i * 8L) == LAST) {
                return columns.priceColumn().get(DOUBLE, i * 8L);
            }
        }
        return 0;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double rowsReturn_objects() {
        for (Trade trade : objects) {
            if (trade.id() == LAST) {
                return trade.price();
            }
        }
        return 0;
    }
}
