package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import java.lang.foreign.MemorySegment;
import java.util.Random;

/** Loops over trades: the same ones in an array, on its segment, in columns, and as objects. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
public abstract class TradeLoops extends Loops {
    protected static final long STRIDE = TradeView.BYTE_SIZE;
    protected static final long PRICE = TradeView.OFFSET_PRICE;
    protected static final long SIZE = TradeView.OFFSET_SIZE;
    protected static final long SIDE = TradeView.OFFSET_SIDE;

    /** The number of the last trade. */
    protected static final long LAST = COUNT;

    protected TradeArray trades;
    protected TradeColumns columns;
    protected MemorySegment segment;
    protected Trade[] objects;

    @Override
    protected void fill(Allocator allocator) {
        trades = TradeArray.allocate(allocator, COUNT);
        columns = TradeColumns.allocate(allocator, COUNT);
        segment = trades.memory().segment();
        objects = new Trade[COUNT];
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            objects[i] = new Trade(i + 1L, 1 + random.nextDouble(), random.nextInt(100), side);
            trades.set(i, objects[i]);
            columns.set(i, objects[i]);
        }
    }
}
