package dev.ashlar.examples.table;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;

/** Ticks as structs, one after the other outside the Java heap. */
final class RowTable implements TickTable {
    private final LinearMemory memory;
    private final TickArray ticks;

    RowTable(int rows) {
        memory = Memories.roomFor(rows * TickView.BYTE_SIZE);
        ticks = TickArray.allocate(LinkedListAllocator.over(memory), rows);
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
        for (TickView tick : ticks) {
            turnover += tick.price() * tick.quantity();
        }
        return turnover;
    }

    @Override
    public long countSales(int quantity) {
        long count = 0;
        for (TickView tick : ticks) {
            if (tick.side() == Side.SELL && tick.quantity() >= quantity) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void addVolumes(long[] volumes) {
        for (TickView tick : ticks) {
            volumes[tick.symbol()] += tick.quantity();
        }
    }

    @Override
    public Tick last() {
        return ticks.read(ticks.size() - 1);
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
