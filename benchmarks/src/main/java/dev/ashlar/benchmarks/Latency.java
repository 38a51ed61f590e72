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

/** The time of single allocate-and-free pairs of 8 to 512 bytes as live blocks grow in number, as a distribution. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 1)
public class Latency {
    @Param({"1000", "10000", "100000", "1000000", "10000000"})
    private int live;

    @Param({"malloc", "ashlar"})
    private String peer;

    private AddressPairs pairs;

    /** Fills the slots. */
    @Setup(Level.Trial)
    public void setUp() {
        pairs = new AddressPairs(AddressPeer.named(peer), live, "8-512");
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
