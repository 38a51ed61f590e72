package dev.ashlar.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Each thread frees one of its own blocks and allocates another, all from one allocator, as objects and zeroed. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 60, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class SharedHandles {
    /** Bytes, from and to. */
    @Param("8-512")
    private String sizes;

    @Param({"calloc", "nettyAdaptive", "locked", "shared"})
    private String peer;

    private BlockPeer<?> allocator;

    /** Makes the allocator. */
    @Setup(Level.Trial)
    public void setUp() {
        allocator = BlockPeer.named(peer);
    }

    /** Closes it. */
    @TearDown(Level.Trial)
    public void tearDown() {
        allocator.close();
    }

    /** The blocks of one thread. */
    @State(Scope.Thread)
    public static class Own {
        private HandlePairs.Pairs<?> pairs;

        /** Fills the slots. */
        @Setup(Level.Trial)
        public void setUp(SharedHandles shared) {
            pairs = new HandlePairs.Pairs<>(shared.allocator, new Requests(1_000, shared.sizes), 1_000);
        }

        /** Frees what is live. */
        @TearDown(Level.Trial)
        public void tearDown() {
            pairs.freeAll();
        }
    }

    @Benchmark
    public Object oneThread(Own own) {
        return own.pairs.next();
    }

    @Benchmark
    @Threads(2)
    public Object twoThreads(Own own) {
        return own.pairs.next();
    }
}
