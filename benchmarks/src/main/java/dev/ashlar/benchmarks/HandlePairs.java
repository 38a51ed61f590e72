package dev.ashlar.benchmarks;

import java.util.ArrayList;
import java.util.List;
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

/** Free one of the live blocks and allocate another, as objects and zeroed. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 60, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class HandlePairs {
    /** Bytes, from and to. */
    @Param({"8-512", "16", "4096-65536"})
    private String sizes;

    /** Blocks live at a time. */
    @Param("1000")
    private int live;

    @Param({"calloc", "nettyPooled", "nettyAdaptive", "arena", "ashlarArena", "ashlar"})
    private String peer;

    private Pairs<?> pairs;

    /** Fills the slots. */
    @Setup(Level.Trial)
    public void setUp() {
        pairs = new Pairs<>(BlockPeer.named(peer), new Requests(live, sizes), live);
    }

    /** Frees what is live. */
    @TearDown(Level.Trial)
    public void tearDown() {
        pairs.close();
    }

    @Benchmark
    public Object pair() {
        return pairs.next();
    }

    /** The live blocks of one peer. */
    static final class Pairs<T> {
        private final BlockPeer<T> allocator;
        private final Requests requests;
        private final List<T> blocks = new ArrayList<>();

        Pairs(BlockPeer<T> allocator, Requests requests, int live) {
            this.allocator = allocator;
            this.requests = requests;
            for (int i = 0; i < live; i++) {
                requests.advance();
                blocks.add(allocator.allocate(requests.byteSize()));
            }
        }

        T next() {
            requests.advance();
            allocator.free(blocks.get(requests.slot()));
            T block = allocator.allocate(requests.byteSize());
            blocks.set(requests.slot(), block);
            return block;
        }

        void freeAll() {
            blocks.forEach(allocator::free);
        }

        private void close() {
            freeAll();
            allocator.close();
        }
    }
}
