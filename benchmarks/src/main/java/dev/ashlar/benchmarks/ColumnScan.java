package dev.ashlar.benchmarks;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Columns against arrays of the heap, {@code double[]} and {@code int[]}, and rows against an array of records.
 *
 * <p>4 096 structs fit the second-level cache; 1 000 000 fit none.
 *
 * <p>{@link OtherStructs} are gone through before.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
public class ColumnScan {
    /** How many structs. */
    @Param({"4096", "1000000"})
    public int count;

    private LinearMemory memory;
    private TickColumns columns;
    private TickArray array;
    private Tick[] objects;
    private double[] prices;
    private int[] sizes;

    /** The same ticks four times over. */
    @Setup
    public void setUp() {
        OtherStructs.visit();
        memory = LinearMemory.create(2 + (TickColumns.byteSize(count) + count * TickView.BYTE_SIZE) / 65_536);
        Memory bytes = memory.span(1_024, TickColumns.byteSize(count));
        columns = TickColumns.at(bytes, 0, count);
        array = TickArray.at(memory.span(1_024 + bytes.length(), count * TickView.BYTE_SIZE), 0, count);
        objects = new Tick[count];
        prices = new double[count];
        sizes = new int[count];
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            objects[i] = new Tick(i, random.nextDouble(), random.nextInt(1_000));
            prices[i] = objects[i].price();
            sizes[i] = objects[i].size();
            columns.set(i, objects[i]);
        }
        columns.copyTo(array);
    }

    /** Gives the memory back. */
    @TearDown
    public void tearDown() {
        memory.close();
    }

    @Benchmark
    public double doubles_heap() {
        double sum = 0;
        for (int i = 0; i < prices.length; i++) {
            sum += prices[i];
        }
        return sum;
    }

    @Benchmark
    public double doubles_column() {
        double sum = 0;
        for (long i = 0; i < columns.size(); i++) {
            sum += columns.price(i);
        }
        return sum;
    }

    /** An index of type int needs a bound of type int: with the long that size() is the JIT sees no counted loop. */
    @Benchmark
    public double doubles_intIndex() {
        int size = (int) columns.size();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += columns.price(i);
        }
        return sum;
    }

    @Benchmark
    public double doubles_segment() {
        MemorySegment column = columns.priceColumn();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += column.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
        }
        return sum;
    }

    @Benchmark
    public int ints_heap() {
        int sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += sizes[i];
        }
        return sum;
    }

    @Benchmark
    public int ints_column() {
        int sum = 0;
        for (long i = 0; i < columns.size(); i++) {
            sum += columns.size(i);
        }
        return sum;
    }

    @Benchmark
    public int ints_segment() {
        MemorySegment column = columns.sizeColumn();
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += column.getAtIndex(ValueLayout.JAVA_INT, i);
        }
        return sum;
    }

    @Benchmark
    public double rows_heap() {
        double sum = 0;
        for (Tick each : objects) {
            sum += each.price() * each.size();
        }
        return sum;
    }

    @Benchmark
    public double rows_columns() {
        double sum = 0;
        for (TickColumns.Row each : columns) {
            sum += each.price() * each.size();
        }
        return sum;
    }

    @Benchmark
    public double rows_segment() {
        MemorySegment priceColumn = columns.priceColumn();
        MemorySegment sizeColumn = columns.sizeColumn();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += priceColumn.getAtIndex(ValueLayout.JAVA_DOUBLE, i) * sizeColumn.getAtIndex(ValueLayout.JAVA_INT, i);
        }
        return sum;
    }

    @Benchmark
    public double rows_array() {
        double sum = 0;
        for (TickView each : array) {
            sum += each.price() * each.size();
        }
        return sum;
    }

    @Benchmark
    public void stores_heap() {
        for (int i = 0; i < prices.length; i++) {
            prices[i] = i;
        }
    }

    @Benchmark
    public void stores_column() {
        for (long i = 0; i < columns.size(); i++) {
            columns.price(i, (double) i);
        }
    }

    @Benchmark
    public void fill_heap() {
        Arrays.fill(prices, 0.5);
    }

    @Benchmark
    public void fill_column() {
        columns.fillPrice(0.5);
    }
}
