package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.fail;

import dev.ashlar.memory.LinearMemory;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random operations by several threads. The seed is new in every run and stands in the message of a failure;
 * {@code -Ddev.ashlar.stress.seed=…} takes it again, though threads take turns differently each time;
 * {@code -Ddev.ashlar.stress.operations=…} asks for more than the ordinary number of operations.
 */
@Timeout(300)
class SharedStressTest {
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.stress.operations", 1_000_000);

    @Test
    void heap_whenPlatformThreadsShareSmallBlocks_staysWholeAndKeepsEveryPayload() throws Exception {
        stress(Executors.newFixedThreadPool(4), 4, 256, 2_000, random -> 1 + random.nextInt(512));
    }

    @Test
    void heap_whenPlatformThreadsShareBlocksOfOneClass_staysWholeAndKeepsEveryPayload() throws Exception {
        stress(Executors.newFixedThreadPool(4), 4, 256, 300, random -> 17 + random.nextInt(16));
    }

    @Test
    void heap_whenVirtualThreadsShareMixedBlocks_staysWholeAndKeepsEveryPayload() throws Exception {
        stress(
                Executors.newVirtualThreadPerTaskExecutor(),
                100,
                1_024,
                1_000,
                random -> 1 + random.nextInt(1 << (1 + random.nextInt(12))));
    }

    @Test
    void heap_whenNearlyFull_staysWholeAndKeepsEveryPayload() throws Exception {
        stress(Executors.newFixedThreadPool(4), 4, 3, 600, random -> 1 + random.nextInt(600));
    }

    private static void stress(
            ExecutorService executor, int threads, long maxPages, int mostLive, AllocatorFuzz.SizeMix sizes)
            throws Exception {
        long seed = Long.getLong("dev.ashlar.stress.seed", new Random().nextLong());
        System.out.println("-Ddev.ashlar.stress.seed=" + seed + " operations=" + OPERATIONS);
        try (executor;
                LinearMemory memory = LinearMemory.create(1, maxPages)) {
            new SharedStress(seed, memory, threads, OPERATIONS, mostLive, sizes).run(executor);
        } catch (Throwable failure) {
            fail("-Ddev.ashlar.stress.seed=" + seed, failure);
        }
    }
}
