package dev.ashlar.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
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
import org.openjdk.jmh.infra.Control;

/** Quotes from one thread to another, as fast as they go. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 60, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Group)
public class RingHandOver {
    /** The name of a {@link RingPeer}. */
    @Param({"queue", "agronaOne", "agronaMany", "ring", "shared", "records"})
    public String peer;

    private RingPeer ring;
    private long number;

    /** Makes the ring. */
    @Setup(Level.Trial)
    public void setUp() {
        ring = RingPeer.named(peer);
    }

    /** Gives its memory back. */
    @TearDown(Level.Trial)
    public void tearDown() {
        ring.close();
    }

    /** Sends, and waits where the ring is full. */
    @Benchmark
    @Group("handOver")
    public void send(Control control) {
        while (!ring.send(number)) {
            if (control.stopMeasurement) {
                return;
            }
            Thread.onSpinWait();
        }
        number++;
    }

    /** Receives, and waits where the ring is empty. */
    @Benchmark
    @Group("handOver")
    public long receive(Control control) {
        long received = ring.receive();
        while (received < 0 && !control.stopMeasurement) {
            Thread.onSpinWait();
            received = ring.receive();
        }
        return received;
    }
}
