package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.fail;

import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random operations on heaps of several kinds. The seed is new in every run and stands in the message of a failure;
 * {@code -Ddev.ashlar.fuzz.seed=…} repeats it, {@code -Ddev.ashlar.fuzz.operations=…} asks for more than the ordinary
 * number of operations.
 */
class AllocatorFuzzTest {
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.fuzz.operations", 10_000);

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

    @Test
    void heap_whenKeptInAFile_staysWholeAndKeepsEveryPayload(@TempDir Path folder) throws IOException {
        try (LinearMemory memory = LinearMemory.map(folder.resolve("heap"), 1, 64)) {
            fuzz(memory, 150, random -> 1 + random.nextInt(1 << (1 + random.nextInt(12))));
        }
    }

    private static void fuzz(long maxPages, int mostLive, AllocatorFuzz.SizeMix sizes) {
        try (LinearMemory memory = LinearMemory.create(1, maxPages)) {
            fuzz(memory, mostLive, sizes);
        }
    }

    private static void fuzz(LinearMemory memory, int mostLive, AllocatorFuzz.SizeMix sizes) {
        long seed = Long.getLong("dev.ashlar.fuzz.seed", new Random().nextLong());
        System.out.println("-Ddev.ashlar.fuzz.seed=" + seed + " operations=" + OPERATIONS);
        try {
            new AllocatorFuzz(seed, memory, mostLive, sizes).run(OPERATIONS);
        } catch (Throwable failure) {
            fail("-Ddev.ashlar.fuzz.seed=" + seed, failure);
        }
    }
}
