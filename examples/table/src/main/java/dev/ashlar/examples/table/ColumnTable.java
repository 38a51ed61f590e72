package dev.ashlar.examples.table;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;

/** Ticks as columns outside the Java heap: who needs two components reads no others. */
final class ColumnTable implements TickTable {
    private final LinearMemory memory;
    private final TickColumns ticks;
    private final int rows;

    ColumnTable(int rows) {
        this.rows = rows;
        memory = Memories.roomFor(TickColumns.byteSize(rows));
        ticks = TickColumns.allocate(LinkedListAllocator.over(memory), rows);
    }

    @Override
    public void set(int index, Market market) {
        ticks.get(index)
                .time(market.time())
                .price(market.price())
                .quantity(market.quantity())
                .symbol(market.symbol())
                .side(market.side());
    }

    @Override
    public double turnover() {
        double turnover = 0;
        for (int i = 0; i < rows; i++) {
            turnover += ticks.price(i) * ticks.quantity(i);
        }
        return turnover;
    }

    @Override
    public long countSales(int quantity) {
        long count = 0;
        for (int i = 0; i < rows; i++) {
            if (ticks.side(i) == Side.SELL && ticks.quantity(i) >= quantity) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void addVolumes(long[] volumes) {
        for (int i = 0; i < rows; i++) {
            volumes[ticks.symbol(i)] += ticks.quantity(i);
        }
    }

    @Override
    public Tick last() {
        return ticks.read(rows - 1);
    }

    @Override
    public long offHeapByteSize() {
        return memory.byteSize();
    }

    @Override
    public void close() {
        memory.close();
    }
}
