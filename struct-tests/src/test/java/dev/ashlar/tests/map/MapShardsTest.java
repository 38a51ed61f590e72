package dev.ashlar.tests.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide says of many threads: maps over one shared allocator, each with a lock of its own. */
class MapShardsTest {
    private static final int THREADS = 4;
    private static final int STEPS = 60_000;
    private static final int KEYS = 5_000;

    /** One shard is a map with a lock; many grow at the same time, each in the blocks that others have given back. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void threads_thatChangeShards_loseNothing(int count) throws Exception {
        try (LinearMemory memory = LinearMemory.create(1);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            SharedAllocator allocator = SharedAllocator.over(memory);
            AccountMap[] shards = new AccountMap[count];
            Arrays.setAll(shards, shard -> AccountMap.create(allocator));
            List<Future<Map<Long, Integer>>> results = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int seed = thread;
                results.add(threads.submit(() -> work(shards, seed)));
            }
            Map<Long, Integer> expected = new HashMap<>();
            for (Future<Map<Long, Integer>> result : results) {
                result.get().forEach((id, changes) -> expected.merge(id, changes, Integer::sum));
            }
            Map<Long, Integer> found = new HashMap<>();
            for (AccountMap shard : shards) {
                for (AccountView account : shard) {
                    assertThat(found.put(account.id(), account.state())).isNull();
                }
                assertThat(found.keySet()).filteredOn(shard::contains).hasSize((int) shard.size());
            }
            assertThat(found).isEqualTo(expected);
            for (AccountMap shard : shards) {
                shard.close();
            }
            HeapChecker.check(allocator);
            assertThat(allocator.stats().liveBlocks()).isZero();
        }
    }

    /** Adds to accounts, and takes out and puts back whole ones; returns by how much each was changed. */
    private static Map<Long, Integer> work(AccountMap[] shards, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Long, Integer> changes = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            long id = random.nextInt(KEYS);
            AccountMap shard = shards[(int) (((id * 0x9E3779B97F4A7C15L) >>> 32) % shards.length)];
            synchronized (shard) {
                AccountView account = shard.getOrAdd(id);
                account.state(account.state() + 1);
                if (random.nextInt(8) == 0) {
                    Account taken = account.read();
                    shard.remove(id);
                    shard.put(taken);
                }
            }
            changes.merge(id, 1, Integer::sum);
        }
        return changes;
    }
}
