package dev.ashlar.benchmarks;

import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Accounts that several threads change by their keys: in one map with a lock, in shards of it with a lock for each, and in a
 * {@code ConcurrentHashMap} of records, which are replaced. A step is one change.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class MapShards {
    static final int STEPS = 1_000;
    private static final int COUNT = 1_000_000;

    @Param({"concurrent", "locked", "shards"})
    private String peer;

    private LinearMemory memory;
    private Accounts accounts;

    /** A store of accounts for many threads. */
    private interface Accounts {
        void add(long id, double amount);
    }

    /** Fills the store. */
    @Setup(Level.Trial)
    public void setUp() {
        memory = LinearMemory.create(1);
        accounts = switch (peer) {
            case "concurrent" -> new Records();
            case "locked" -> new Shards(memory, 1);
            case "shards" -> new Shards(memory, 64);
            default -> throw new IllegalArgumentException("no such peer: " + peer);
        };
        for (int id = 0; id < COUNT; id++) {
            accounts.add(id, 1);
        }
        OtherStructs.visit();
    }

    /** Gives the memory back. */
    @TearDown(Level.Trial)
    public void tearDown() {
        memory.close();
    }

    /** The keys of one thread. */
    @State(Scope.Thread)
    public static class Own {
        private final SplittableRandom random = new SplittableRandom();
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void oneThread(Own own) {
        change(own);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    @Threads(2)
    public void twoThreads(Own own) {
        change(own);
    }

    private void change(Own own) {
        for (int step = 0; step < STEPS; step++) {
            accounts.add(own.random.nextInt(COUNT), 0.5);
        }
    }

    private static final class Records implements Accounts {
        private final ConcurrentHashMap<Long, Account> records = new ConcurrentHashMap<>();

        @Override
        public void add(long id, double amount) {
            records.merge(
                    id,
                    new Account(id, amount, 1),
                    (old, more) -> new Account(id, old.balance() + more.balance(), old.state() + 1));
        }
    }

    private static final class Shards implements Accounts {
        private final AccountMap[] shards;

        Shards(LinearMemory memory, int count) {
            SharedAllocator allocator = SharedAllocator.over(memory);
            shards = new AccountMap[count];
            Arrays.setAll(shards, shard -> AccountMap.create(allocator));
        }

        @Override
        public void add(long id, double amount) {
            AccountMap shard = shards[(int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & (shards.length - 1)];
            synchronized (shard) {
                AccountView account = shard.getOrAdd(id);
                account.balance(account.balance() + amount).state(account.state() + 1);
            }
        }
    }
}
