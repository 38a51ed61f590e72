package dev.ashlar.benchmarks;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.StructList;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million ticks added, scanned and sorted: in a generated list, in one of any type, by hand on the same bytes, and as
 * records in an {@code ArrayList}.
 *
 * <p>{@link OtherStructs} are gone through before.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ListWork {
    private static final int COUNT = 1_000_000;
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final long[] times = new Random(1).longs(COUNT).toArray();
    private LinearMemory memory;
    private LinkedListAllocator allocator;
    private TickList list;
    private StructList<Tick, TickView> any;
    private MemorySegment segment;
    private List<Tick> records;
    private TickList sorted;
    private Tick[] array;

    /** Fills all peers with the same ticks. */
    @Setup
    public void setUp() {
        memory = LinearMemory.create(1);
        allocator = LinkedListAllocator.over(memory);
        list = TickList.create(allocator, COUNT);
        any = StructList.create(allocator, TickView.type(), COUNT);
        records = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Tick tick = new Tick(times[i], i * 0.5, i);
            list.add(tick);
            any.add(tick);
            records.add(tick);
        }
        segment = list.memory().segment();
        sorted = TickList.create(allocator, COUNT);
        sorted.addAll(records);
        array = new Tick[COUNT];
        OtherStructs.visit();
    }

    /** Gives the memory back. */
    @TearDown
    public void tearDown() {
        memory.close();
    }

    @Benchmark
    public long add_list() {
        try (TickList fresh = TickList.create(allocator)) {
            for (int i = 0; i < COUNT; i++) {
                fresh.add().time(times[i]).price(i * 0.5).size(i);
            }
            return fresh.size();
        }
    }

    @Benchmark
    public long add_records() {
        try (TickList fresh = TickList.create(allocator)) {
            for (int i = 0; i < COUNT; i++) {
                fresh.add(new Tick(times[i], i * 0.5, i));
            }
            return fresh.size();
        }
    }

    @Benchmark
    public long add_arrayList() {
        List<Tick> fresh = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            fresh.add(new Tick(times[i], i * 0.5, i));
        }
        return fresh.size();
    }

    @Benchmark
    public double scan_list() {
        double sum = 0;
        for (TickView tick : list) {
            sum += tick.price();
        }
        return sum;
    }

    @Benchmark
    public double scan_listByIndex() {
        double sum = 0;
        for (long index = 0; index < list.size(); index++) {
            sum += list.get(index).price();
        }
        return sum;
    }

    @Benchmark
    public double scan_listStream() {
        return list.stream().mapToDouble(TickView::price).sum();
    }

    @Benchmark
    public double scan_listOfAnyType() {
        double sum = 0;
        for (TickView tick : any) {
            sum += tick.price();
        }
        return sum;
    }

    @Benchmark
    public double scan_segment() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += segment.get(DOUBLE, i * 24L + 8);
        }
        return sum;
    }

    @Benchmark
    public double scan_arrayList() {
        double sum = 0;
        for (Iterator<Tick> ticks = records.iterator(); ticks.hasNext(); ) {
            sum += ticks.next().price();
        }
        return sum;
    }

    @Benchmark
    public long sort_list() {
        refill();
        sorted.sortByLong(TickView::time);
        return sorted.get(0).time();
    }

    @Benchmark
    public long sort_listByOrder() {
        refill();
        sorted.sort(Comparator.comparingLong(TickView::time));
        return sorted.get(0).time();
    }

    /** What the two above do besides. */
    @Benchmark
    public long sort_refillOnly() {
        refill();
        return sorted.get(0).time();
    }

    @Benchmark
    public long sort_arrayList() {
        records.toArray(array);
        Arrays.sort(array, Comparator.comparingLong(Tick::time));
        return array[0].time();
    }

    private void refill() {
        list.memory().copyTo(0, sorted.memory(), 0, COUNT * TickView.BYTE_SIZE);
    }
}
