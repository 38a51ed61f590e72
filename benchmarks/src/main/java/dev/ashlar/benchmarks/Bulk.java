package dev.ashlar.benchmarks;

import dev.ashlar.memory.LinearMemory;
import java.lang.foreign.MemorySegment;
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

/** Bulk operations by address against the same on a segment, over the same bytes. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 50, timeUnit = TimeUnit.MILLISECONDS)
public class Bulk {
    @Param({"16", "256", "65536"})
    private long byteSize;

    private LinearMemory memory;
    private MemorySegment segment;

    /** Makes the memory. */
    @Setup
    public void setUp() {
        memory = LinearMemory.create(4, 4);
        segment = memory.segment();
    }

    /** Gives it back. */
    @TearDown
    public void tearDown() {
        memory.close();
    }

    @Benchmark
    public void copy_memory() {
        memory.copy(131_072, 0, byteSize);
    }

    @Benchmark
    public void copy_segment() {
        MemorySegment.copy(segment, 0, segment, 131_072, byteSize);
    }

    @Benchmark
    public void fill_memory() {
        memory.fill(0, 7, byteSize);
    }

    @Benchmark
    public void fill_segment() {
        segment.asSlice(0, byteSize).fill((byte) 7);
    }
}
