package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** The trades copied to another array, backwards: as bytes, and as records. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@OperationsPerInvocation(Loops.COUNT)
public class CopyLoops extends TradeLoops {
    private TradeArray targets;
    private MemorySegment targetSegment;
    private Trade[] targetObjects;

    @Override
    protected void fill(Allocator allocator) {
        super.fill(allocator);
        targets = TradeArray.allocate(allocator, COUNT);
        targetSegment = targets.memory().segment();
        targetObjects = new Trade[COUNT];
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void copy_view() {
        for (int i = 0; i < COUNT; i++) {
            targets.set(COUNT - 1 - i, trades.get(i));
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void copy_cursor() {
        TradeView.Cursor trade = trades.cursor();
        while (trade.advance()) {
            targets.set(COUNT - 1 - trade.index(), trade);
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void copy_segment() {
        for (int i = 0; i < COUNT; i++) {
            MemorySegment.copy(segment, i * STRIDE, targetSegment, (COUNT - 1 - i) * STRIDE, STRIDE);
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void copy_objects() {
        for (int i = 0; i < COUNT; i++) {
            Trade trade = objects[i];
            targetObjects[COUNT - 1 - i] = new Trade(trade.id(), trade.price(), trade.size(), trade.side());
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void copyRecords_view() {
        for (int i = 0; i < COUNT; i++) {
            targets.set(COUNT - 1 - i, trades.read(i));
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void copyRecords_cursor() {
        TradeView.Cursor trade = trades.cursor();
        TradeView.Cursor target = targets.cursor();
        while (trade.advance()) {
            target.moveTo(COUNT - 1 - trade.index()).write(trade.read());
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void copyRecords_segment() {
        copy_segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void copyRecords_objects() {
        copy_objects();
    }
}
