package dev.ashlar.benchmarks;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
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
 * Generated views against the same accesses written by hand on the same bytes, with constant offsets.
 *
 * <p>4 096 structs of 24 bytes: they fit the second-level cache, so that instructions are measured and not memory.
 *
 * <p>{@link OtherStructs} are gone through before.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
public class ViewAccess {
    private static final int COUNT = 4_096;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** What the JIT has seen structs in: memory as the one that is measured, or that on the Java heap and in a file too. */
    @Param({"one", "all"})
    public String memories;

    private final int[] shuffled = new Random(1).ints(COUNT, 0, COUNT).toArray();
    private LinearMemory memory;
    private PersonArray people;
    private PersonView person;
    private MemorySegment segment;

    /** Places both peers over the same bytes. */
    @Setup
    public void setUp() {
        if (memories.equals("all")) {
            OtherStructs.visitInAllMemories();
        } else {
            OtherStructs.visit();
        }
        memory = LinearMemory.create(4);
        Memory bytes = memory.span(1_024, COUNT * PersonView.BYTE_SIZE);
        people = PersonArray.at(bytes, 0, COUNT);
        person = people.get(7);
        segment = bytes.segment();
        for (int i = 0; i < COUNT; i++) {
            people.get(i).id(i).height(i * 0.5).age(i % 100);
        }
    }

    /** Gives the memory back. */
    @TearDown
    public void tearDown() {
        memory.close();
    }

    @Benchmark
    public double one_view() {
        return person.height() + person.age();
    }

    @Benchmark
    public double one_segment() {
        return segment.get(DOUBLE, 7 * 24 + 8) + segment.get(INT, 7 * 24 + 16);
    }

    @Benchmark
    public double sequentialRead_view() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            PersonView each = people.get(i);
            sum += each.height() + each.age();
        }
        return sum;
    }

    @Benchmark
    public double sequentialRead_segment() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long offset = i * 24L;
            sum += segment.get(DOUBLE, offset + 8) + segment.get(INT, offset + 16);
        }
        return sum;
    }

    @Benchmark
    public double iteration_view() {
        double sum = 0;
        for (PersonView each : people) {
            sum += each.height() + each.age();
        }
        return sum;
    }

    @Benchmark
    public double iteration_segment() {
        return sequentialRead_segment();
    }

    @Benchmark
    public double randomRead_view() {
        double sum = 0;
        for (int i : shuffled) {
            PersonView each = people.get(i);
            sum += each.height() + each.age();
        }
        return sum;
    }

    @Benchmark
    public double randomRead_segment() {
        double sum = 0;
        for (int i : shuffled) {
            long offset = i * 24L;
            sum += segment.get(DOUBLE, offset + 8) + segment.get(INT, offset + 16);
        }
        return sum;
    }

    @Benchmark
    public void write_view() {
        for (int i = 0; i < COUNT; i++) {
            people.get(i).id(i).height(i).age(i);
        }
    }

    @Benchmark
    public void write_segment() {
        for (int i = 0; i < COUNT; i++) {
            long offset = i * 24L;
            segment.set(INT, offset, i);
            segment.set(DOUBLE, offset + 8, i);
            segment.set(INT, offset + 16, i);
        }
    }
}
