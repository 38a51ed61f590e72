package dev.ashlar.tests.garbage;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.tests.codec.TradeArray;
import dev.ashlar.tests.codec.TradeColumns;
import dev.ashlar.tests.codec.TradeView;
import java.util.Map;
import java.util.TreeMap;

/** Loops over components that codecs store: by their stored form, and by values. */
final class CodecLoops {
    private final TradeArray trades;
    private final TradeColumns columns;

    CodecLoops(LinearMemory memory) {
        LinkedListAllocator allocator = LinkedListAllocator.over(memory);
        this.trades = TradeArray.allocate(allocator, Data.COUNT);
        this.columns = TradeColumns.allocate(allocator, Data.COUNT);
    }

    /** The loops by their names. */
    Map<String, Loop> all() {
        Map<String, Loop> loops = new TreeMap<>();
        loops.put("stored.cursor", this::cursor);
        loops.put("stored.columns", this::columns);
        loops.put("stored.set", this::set);
        loops.put("view", this::view);
        loops.put("value", this::value);
        return loops;
    }

    private long cursor(int count) {
        long sum = 0;
        TradeView.Cursor cursor = trades.cursor();
        for (int i = 0; i < count && cursor.advance(); i++) {
            sum += cursor.timeNanos() + cursor.priceCents() + cursor.idBytes(3);
        }
        return sum;
    }

    private long columns(int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += columns.timeNanos(i) + columns.priceCents(i);
        }
        return sum;
    }

    private long set(int count) {
        TradeView.Cursor cursor = trades.cursor();
        for (int i = 0; i < count && cursor.advance(); i++) {
            cursor.timeNanos(i).priceCents(i);
        }
        return count;
    }

    private long view(int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += trades.get(i).timeNanos();
        }
        return sum;
    }

    private long value(int count) {
        long sum = 0;
        TradeView.Cursor cursor = trades.cursor();
        for (int i = 0; i < count && cursor.advance(); i++) {
            sum += cursor.id().hashCode();
        }
        return sum;
    }
}
