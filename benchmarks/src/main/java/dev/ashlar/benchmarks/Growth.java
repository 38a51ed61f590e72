package dev.ashlar.benchmarks;

import dev.ashlar.memory.LinearMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Growing by one page at 1 GiB, against what a memory does that must copy when it grows. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class Growth {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;
    private static final long GIB = 1L << 30;
    private static final int PAGES = 256;

    /** A linear memory of 1 GiB. */
    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    @State(Scope.Thread)
    public static class Linear {
        private LinearMemory memory;

        /** Makes it. */
        @Setup(Level.Iteration)
        public void setUp() {
            memory = LinearMemory.create(GIB / PAGE, GIB / PAGE + PAGES);
        }

        /** Gives it back. */
        @TearDown(Level.Iteration)
        public void tearDown() {
            memory.close();
        }
    }

    /** A segment of 1 GiB. */
    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    @State(Scope.Thread)
    public static class Copied {
        private Arena arena;
        private MemorySegment segment;

        /** Makes it. */
        @Setup(Level.Iteration)
        public void setUp() {
            arena = Arena.ofShared();
            segment = arena.allocate(GIB);
        }

        /** Gives it back. */
        @TearDown(Level.Iteration)
        public void tearDown() {
            arena.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public long grow_ashlar(Linear linear) {
        long before = 0;
        for (int i = 0; i < PAGES; i++) {
            before = linear.memory.grow(1);
        }
        return before;
    }

    @Benchmark
    public MemorySegment grow_copying(Copied copied) {
        Arena arena = Arena.ofShared();
        MemorySegment grown = arena.allocate(copied.segment.byteSize() + PAGE);
        MemorySegment.copy(copied.segment, 0, grown, 0, copied.segment.byteSize());
        copied.arena.close();
        copied.arena = arena;
        copied.segment = grown;
        return grown;
    }
}
