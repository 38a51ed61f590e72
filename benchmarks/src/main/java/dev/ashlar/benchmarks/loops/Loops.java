package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.benchmarks.OtherStructs;
import dev.ashlar.memory.LinearMemory;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
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
 * Loops over {@link #COUNT} structs, of which one step is measured, in a memory of their own.
 *
 * <p>{@link OtherStructs} are gone through before, in memory of all kinds, so that the JIT knows many views and segments as in
 * a program of some size.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
public abstract class Loops {
    /** How many steps each loop makes: the structs fit the second-level cache, so that instructions are measured. */
    protected static final int COUNT = 4_096;

    protected static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    protected static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    protected static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private LinearMemory memory;

    /** Makes the structs. */
    @Setup
    public void setUp() throws Exception {
        OtherStructs.visitInAllMemories();
        memory = LinearMemory.create(1, 1_000);
        fill(BumpAllocator.over(memory, 1_024));
    }

    /** Makes what the loops go through. */
    protected abstract void fill(Allocator allocator) throws Exception;

    /** Gives the memory back. */
    @TearDown
    public void tearDown() {
        memory.close();
    }
}
