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

/** What one quote costs a thread that sends and receives it itself: the calls alone, without the way between two cores. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class RingWork {
    /** The name of a {@link RingPeer}. */
    @Param({"queue", "agronaOne", "agronaMany", "ring", "shared", "records"})
    public String peer;

    private RingPeer ring;
    private long number;

    /** Makes the ring. */
    @Setup(Level.Trial)
    public void setUp() {
        OtherStructs.visitInAllMemories();
        ring = RingPeer.named(peer);
    }

    /** Gives its memory back. */
    @TearDown(Level.Trial)
    public void tearDown() {
        ring.close();
    }

    @Benchmark
    public long alone() {
        if (!ring.send(number++)) {
            throw new IllegalStateException("full");
        }
        return ring.receive();
    }
}
