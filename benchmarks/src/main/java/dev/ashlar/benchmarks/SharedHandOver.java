package dev.ashlar.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
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

/** One thread allocates, another one frees: every block is freed by a thread that did not allocate it. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 60, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Group)
public class SharedHandOver {
    private static final int PLACES = 1 << 10;

    @Param({"malloc", "mimalloc", "locked", "shared"})
    private String peer;

    private AddressPeer allocator;
    private Requests requests;
    private final AtomicLongArray ring = new AtomicLongArray(PLACES);
    private int put;
    private int taken;

    /** Makes the allocator. */
    @Setup(Level.Trial)
    public void setUp() {
        allocator = AddressPeer.named(peer);
        requests = new Requests(PLACES, "8-512");
    }

    /** Frees what is left. */
    @TearDown(Level.Trial)
    public void tearDown() {
        for (int i = 0; i < PLACES; i++) {
            if (ring.get(i) != 0) {
                allocator.free(ring.get(i));
            }
        }
        allocator.close();
    }

    /** Allocates, and waits where the other thread has not freed yet. */
    @Benchmark
    @Group("handOver")
    public void allocate(Control control) {
        int place = put++ & PLACES - 1;
        while (ring.getAcquire(place) != 0) {
            if (control.stopMeasurement) {
                put--;
                return;
            }
            Thread.onSpinWait();
        }
        requests.advance();
        ring.setRelease(place, allocator.allocate(requests.byteSize()));
    }

    /** Frees, and waits where the other thread has not allocated yet. */
    @Benchmark
    @Group("handOver")
    public void free(Control control) {
        int place = taken++ & PLACES - 1;
        long block = ring.getAcquire(place);
        while (block == 0) {
            if (control.stopMeasurement) {
                taken--;
                return;
            }
            Thread.onSpinWait();
            block = ring.getAcquire(place);
        }
        allocator.free(block);
        ring.setRelease(place, 0);
    }
}
