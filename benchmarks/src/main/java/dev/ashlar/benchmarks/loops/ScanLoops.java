package dev.ashlar.benchmarks.loops;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Loops that go through everything: a sum, a count, a lambda in {@code forEach}, the filter of a stream. */
@OperationsPerInvocation(Loops.COUNT)
public class ScanLoops extends TradeLoops {
    private double total;

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sum_view() {
        double sum = 0;
        for (TradeView trade : trades) {
            sum += trade.price() * trade.size();
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sum_cursor() {
        double sum = 0;
        TradeView.Cursor trade = trades.cursor();
        while (trade.advance()) {
            sum += trade.price() * trade.size();
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sum_segment() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += segment.get(DOUBLE, i * STRIDE + PRICE) * segment.get(INT, i * STRIDE + SIZE);
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sum_objects() {
        double sum = 0;
        for (Trade trade : objects) {
            sum += trade.price() * trade.size();
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int count_view() {
        int found = 0;
        for (int i = 0; i < COUNT; i++) {
            TradeView trade = trades.get(i);
            if (trade.price() > 1.5) {
                found++;
            }
        }
        return found;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int count_cursor() {
        int found = 0;
        TradeView.Cursor trade = trades.cursor();
        while (trade.advance()) {
            if (trade.price() > 1.5) {
                found++;
            }
        }
        return found;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int count_segment() {
        int found = 0;
        for (int i = 0; i < COUNT; i++) {
            if (segment.get(DOUBLE, i * STRIDE + PRICE) > 1.5) {
                found++;
            }
        }
        return found;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int count_objects() {
        int found = 0;
        for (Trade trade : objects) {
            if (trade.price() > 1.5) {
                found++;
            }
        }
        return found;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double forEach_view() {
        total = 0;
        trades.forEach(trade -> total += trade.price());
        return total;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double forEach_segment() {
        total = 0;
        for (int i = 0; i < COUNT; i++) {
            total += segment.get(DOUBLE, i * STRIDE + PRICE);
        }
        return total;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double forEach_objects() {
        total = 0;
        List<Trade> list = Arrays.asList(objects);
        list.forEach(trade -> total += trade.price());
        return total;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long streamFilter_view() {
        return trades.stream().filter(trade -> trade.price() > 1.5).count();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long streamFilter_segment() {
        return count_segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long streamFilter_objects() {
        return Arrays.stream(objects).filter(trade -> trade.price() > 1.5).count();
    }
}
