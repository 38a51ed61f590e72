package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.OtherStructs;
import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The same loops over the structs of every peer; one operation is one step to one struct.
 *
 * <p>1 024 structs are at most 144 KiB and fit a cache; the random reads of {@link #randomFar} are spread over 96 MiB.
 *
 * <p>{@link OtherStructs} are gone through before, in memory of all kinds.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PeerAccess.STEPS)
@Warmup(iterations = 15, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
public class PeerAccess {
    static final int STEPS = 1_024;
    /** A power of two, so that the sequence of indexes below takes every value. */
    private static final int FAR = 1 << 22;

    private final int[] shuffled = new Random(1).ints(STEPS, 0, STEPS).toArray();

    /** The name of a {@link PeerKind}. {@link PeerReport} sets it, with the flags that it needs. */
    @Param("ASHLAR")
    public String peer;

    private Peer structs;
    private int position;

    /** Makes as many structs as the work needs. */
    @Setup
    public void setUp(BenchmarkParams parameters) {
        OtherStructs.visitInAllMemories();
        String work = parameters.getBenchmark();
        int people = work.endsWith(".randomFar") ? FAR : STEPS;
        structs = PeerKind.valueOf(peer).open(people, STEPS);
        for (int i = 0; i < people; i++) {
            structs.setPerson(i, i, i * 0.5, i % 100);
        }
        // Only structs of the size that is measured: bytes of others may be numbers that are slow to calculate with.
        for (int i = 0; i < STEPS; i++) {
            if (work.contains("08")) {
                structs.setEight(i, Eight.of(i));
            } else if (work.contains("16")) {
                structs.setSixteen(i, Sixteen.of(i));
            }
        }
    }

    /** Gives the memory back. */
    @TearDown
    public void tearDown() {
        structs.close();
    }

    @Benchmark
    public long readOne() {
        long sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += structs.age(i);
        }
        return sum;
    }

    @Benchmark
    public double readTwo() {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += structs.heightAndAge(i);
        }
        return sum;
    }

    @Benchmark
    public double randomNear() {
        double sum = 0;
        for (int i : shuffled) {
            sum += structs.heightAndAge(i);
        }
        return sum;
    }

    @Benchmark
    public double randomFar() {
        double sum = 0;
        int index = position;
        for (int i = 0; i < STEPS; i++) {
            index = (index * 1_664_525 + 1_013_904_223) & (FAR - 1);
            sum += structs.heightAndAge(index);
        }
        position = index;
        return sum;
    }

    @Benchmark
    public void write() {
        for (int i = 0; i < STEPS; i++) {
            structs.setPerson(i, i, i, i);
        }
    }

    @Benchmark
    public double record08Read() {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += structs.eight(i).sum();
        }
        return sum;
    }

    @Benchmark
    public void record08Write() {
        for (int i = 0; i < STEPS; i++) {
            structs.setEight(i, Eight.of(i));
        }
    }

    @Benchmark
    public double record16Read() {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += structs.sixteen(i).sum();
        }
        return sum;
    }

    @Benchmark
    public void record16Write() {
        for (int i = 0; i < STEPS; i++) {
            structs.setSixteen(i, Sixteen.of(i));
        }
    }

    @Benchmark
    public void update08() {
        for (int i = 0; i < STEPS; i++) {
            structs.addToEight(i, i);
        }
    }

    @Benchmark
    public void update16() {
        for (int i = 0; i < STEPS; i++) {
            structs.addToSixteen(i, i);
        }
    }

    @Benchmark
    public void update24() {
        for (int i = 0; i < STEPS; i++) {
            structs.addToTwentyFour(i, i);
        }
    }
}
