package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.fail;

import dev.ashlar.memory.LinearMemory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random operations on heaps of several kinds. The seed is new in every run and stands in the message of a failure;
 * {@code -Ddev.ashlar.fuzz.seed=…} repeats it, {@code -Ddev.ashlar.fuzz.operations=…} asks for more than the ordinary
 * number of operations.
 */
class AllocatorFuzzTest {
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.fuzz.operations", 25_000);

    @Test
    void heap_whenBlocksAreTiny_staysWholeAndKeepsEveryPayload() {
        fuzz(64, 200, random -> 1 + random.nextInt(64));
    }

    @Test
    void heap_whenBlocksAreSmall_staysWholeAndKeepsEveryPayload() {
        fuzz(64, 200, random -> 1 + random.nextInt(700));
    }

    @Test
    void heap_whenBlocksAreMixed_staysWholeAndKeepsEveryPayload() {
        fuzz(64, 100, random -> 1 + random.nextInt(1 << (1 + random.nextInt(14))));
    }

    @Test
    void heap_whenNearlyFull_staysWholeAndKeepsEveryPayload() {
        fuzz(2, 100, random -> 1 + random.nextInt(1 << (1 + random.nextInt(15))));
    }

    private static void fuzz(long maxPages, int mostLive, AllocatorFuzz.SizeMix sizes) {
        long seed = Long.getLong("dev.ashlar.fuzz.seed", new Random().nextLong());
        try (LinearMemory memory = LinearMemory.create(1, maxPages)) {
            new AllocatorFuzz(seed, memory, mostLive, sizes).run(OPERATIONS);
        } catch (Throwable failure) {
            fail("-Ddev.ashlar.fuzz.seed=" + seed, failure);
        }
    }
}
