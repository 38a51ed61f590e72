package dev.ashlar.benchmarks;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Numbers by names of 16 bytes, in a generated map and in a {@code HashMap} of records: searched by strings, which keep their
 * hash from one search to the next, and by bytes as they come from a file or a socket, of which a {@code HashMap} needs a
 * string first. A step is one search.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class MapNames {
    static final int STEPS = 1_000;
    private static final int LENGTH = 16;

    @Param("1000000")
    int count;

    /** Those that are there, then as many that are not. */
    private String[] names;

    private byte[] bytes;
    private MemorySegment segment;
    private int next;
    private LinearMemory memory;
    private NamedMap map;
    private NamedView.Cursor cursor;
    private Map<String, Named> records;

    /** Fills both peers with the same names. */
    @Setup
    public void setUp() {
        Random random = new Random(1);
        names = new String[2 * count];
        bytes = new byte[names.length * LENGTH];
        segment = MemorySegment.ofArray(bytes);
        memory = LinearMemory.create(1);
        map = NamedMap.create(LinkedListAllocator.over(memory));
        records = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            String name = String.format("%016x", random.nextLong());
            System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, bytes, i * LENGTH, LENGTH);
            // Another string than the key: equal, and not the same.
            names[i] = new String(bytes, i * LENGTH, LENGTH, StandardCharsets.US_ASCII);
            if (i < count) {
                Named named = new Named(name, i);
                map.put(named);
                records.put(name, named);
            }
        }
        cursor = map.cursor();
        OtherStructs.visit();
    }

    /** Gives the memory back. */
    @TearDown
    public void tearDown() {
        memory.close();
    }

    /** Goes through the names in an order that is not that of their addition. */
    private int next() {
        next += 7_919;
        if (next >= count) {
            next %= count;
        }
        return next;
    }

    private static long value(@Nullable Named named) {
        return named == null ? 0 : named.value();
    }

    private static long value(@Nullable NamedView named) {
        return named == null ? 0 : named.value();
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long string_hashMap() {
        long sum = 0;
        for (int step = 0; step < STEPS; step++) {
            sum += value(records.get(names[next()]));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long string_map() {
        long sum = 0;
        for (int step = 0; step < STEPS; step++) {
            sum += value(map.get(names[next()]));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long string_cursor() {
        long sum = 0;
        for (int step = 0; step < STEPS; step++) {
            sum += map.find(names[next()], cursor) ? cursor.value() : 0;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int stringMiss_hashMap() {
        int found = 0;
        for (int step = 0; step < STEPS; step++) {
            found += records.containsKey(names[count + next()]) ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int stringMiss_map() {
        int found = 0;
        for (int step = 0; step < STEPS; step++) {
            found += map.contains(names[count + next()]) ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long bytes_hashMap() {
        long sum = 0;
        for (int step = 0; step < STEPS; step++) {
            sum += value(records.get(new String(bytes, next() * LENGTH, LENGTH, StandardCharsets.US_ASCII)));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long bytes_map() {
        long sum = 0;
        for (int step = 0; step < STEPS; step++) {
            sum += value(map.get(segment.asSlice((long) next() * LENGTH, LENGTH)));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long bytes_cursor() {
        long sum = 0;
        for (int step = 0; step < STEPS; step++) {
            sum += map.find(segment.asSlice((long) next() * LENGTH, LENGTH), cursor) ? cursor.value() : 0;
        }
        return sum;
    }
}
