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
import org.openjdk.jmh.annotations.Warmup;

/** Free one of the live blocks and allocate another, on plain addresses and not zeroed. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 60, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class RawPairs {
    /** Bytes, from and to. */
    @Param({"8-512", "16", "4096-65536"})
    private String sizes;

    /** Blocks live at a time. */
    @Param("1000")
    private int live;

    @Param({"malloc", "rpmalloc", "mimalloc", "jemalloc", "ashlar"})
    private String peer;

    private AddressPairs pairs;

    /** Fills the slots. */
    @Setup(Level.Trial)
    public void setUp() {
        pairs = new AddressPairs(AddressPeer.named(peer), live, sizes);
    }

    /** Frees what is live. */
    @TearDown(Level.Trial)
    public void tearDown() {
        pairs.close();
    }

    @Benchmark
    public long pair() {
        return pairs.next();
    }
}
