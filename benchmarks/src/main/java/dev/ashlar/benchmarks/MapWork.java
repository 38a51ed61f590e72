package dev.ashlar.benchmarks;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.agrona.collections.Long2LongHashMap;
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

/**
 * Accounts by random {@code long} keys: found, missed, replaced, removed and added again, and gone through; in a generated map,
 * in a {@code HashMap} of records, and in Agrona's map from keys to indexes of an array of structs.
 *
 * <p>{@link OtherStructs} are gone through before. A step is one operation; of {@code iterate}, one entry.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class MapWork {
    static final int STEPS = 1_000;
    private static final long MISSING = -1;

    @Param("1000000")
    int count;

    private long[] ids;
    private long[] others;
    private int next;
    private LinearMemory memory;
    private AccountMap map;
    private AccountView.Cursor cursor;
    private Map<Long, Account> records;
    private Long2LongHashMap indexes;
    private AccountArray accounts;

    /** Fills all peers with the same accounts. */
    @Setup
    public void setUp() {
        Random random = new Random(1);
        ids = random.longs(count).toArray();
        others = random.longs(count).toArray();
        memory = LinearMemory.create(1);
        LinkedListAllocator allocator = LinkedListAllocator.over(memory);
        map = AccountMap.create(allocator);
        records = new HashMap<>();
        indexes = new Long2LongHashMap(MISSING);
        accounts = AccountArray.allocate(allocator, count);
        for (int i = 0; i < count; i++) {
            Account account = new Account(ids[i], i * 0.5, i);
            map.put(account);
            records.put(ids[i], account);
            accounts.set(i, account);
            indexes.put(ids[i], i);
        }
        shuffle(ids, random);
        cursor = map.cursor();
        OtherStructs.visit();
    }

    /** Keys are asked for in another order than they were added, in which the nodes of a {@code HashMap} follow each other. */
    private static void shuffle(long[] keys, Random random) {
        for (int i = keys.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            long key = keys[i];
            keys[i] = keys[other];
            keys[other] = key;
        }
    }

    /** Gives the memory back. */
    @TearDown
    public void tearDown() {
        memory.close();
    }

    /** The next of the indexes of keys. */
    private int next() {
        next = next + 1 < count ? next + 1 : 0;
        return next;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double hit_map() {
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            AccountView account = map.get(ids[next()]);
            sum += account == null ? 0 : account.balance();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double hit_cursor() {
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            sum += map.find(ids[next()], cursor) ? cursor.balance() : 0;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double hit_hashMap() {
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            Account account = records.get(ids[next()]);
            sum += account == null ? 0 : account.balance();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double hit_agrona() {
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            long index = indexes.get(ids[next()]);
            sum += index == MISSING ? 0 : accounts.get(index).balance();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int miss_map() {
        int found = 0;
        for (int step = 0; step < STEPS; step++) {
            found += map.contains(others[next()]) ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int miss_hashMap() {
        int found = 0;
        for (int step = 0; step < STEPS; step++) {
            found += records.containsKey(others[next()]) ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int miss_agrona() {
        int found = 0;
        for (int step = 0; step < STEPS; step++) {
            found += indexes.containsKey(others[next()]) ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int replace_map() {
        int added = 0;
        for (int step = 0; step < STEPS; step++) {
            added += map.put(new Account(ids[next()], step, step)) ? 1 : 0;
        }
        return added;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int replace_cursor() {
        int added = 0;
        for (int step = 0; step < STEPS; step++) {
            added += map.findOrAdd(ids[next()], cursor) ? 0 : 1;
            cursor.balance(step).state(step);
        }
        return added;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int replace_hashMap() {
        int added = 0;
        for (int step = 0; step < STEPS; step++) {
            long id = ids[next()];
            added += records.put(id, new Account(id, step, step)) == null ? 1 : 0;
        }
        return added;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int removeAndAdd_map() {
        int removed = 0;
        for (int step = 0; step < STEPS; step++) {
            long id = ids[next()];
            removed += map.remove(id) ? 1 : 0;
            map.put(new Account(id, step, step));
        }
        return removed;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int removeAndAdd_cursor() {
        int removed = 0;
        for (int step = 0; step < STEPS; step++) {
            long id = ids[next()];
            removed += map.remove(id) ? 1 : 0;
            map.findOrAdd(id, cursor);
            cursor.balance(step).state(step);
        }
        return removed;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int removeAndAdd_hashMap() {
        int removed = 0;
        for (int step = 0; step < STEPS; step++) {
            long id = ids[next()];
            removed += records.remove(id) == null ? 0 : 1;
            records.put(id, new Account(id, step, step));
        }
        return removed;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double iterate_map() {
        double sum = 0;
        int left = STEPS;
        while (left > 0) {
            for (AccountView account : map) {
                sum += account.balance();
                if (--left == 0) {
                    break;
                }
            }
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double iterate_cursor() {
        double sum = 0;
        int left = STEPS;
        while (left > 0) {
            AccountView.Cursor account = map.cursor();
            while (left > 0 && map.advance(account)) {
                sum += account.balance();
                left--;
            }
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double iterate_hashMap() {
        double sum = 0;
        int left = STEPS;
        while (left > 0) {
            for (Account account : records.values()) {
                sum += account.balance();
                if (--left == 0) {
                    break;
                }
            }
        }
        return sum;
    }
}
