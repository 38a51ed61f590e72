package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.fail;

import dev.ashlar.memory.LinearMemory;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random operations on heaps of several kinds. The seed is new in every run and stands in the message of a failure;
 * {@code -Ddev.ashlar.fuzz.seed=…} repeats it, {@code -Ddev.ashlar.fuzz.operations=…} asks for more than the ordinary
 * number of operations.
 */
class AllocatorFuzzTest {
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.fuzz.operations", 25_000);

    /** A kind of heap, and what is asked of it. */
    enum Kind {
        TINY(64, 200, random -> 1 + random.nextInt(64)),
        SMALL(64, 200, random -> 1 + random.nextInt(700)),
        MIXED(64, 100, random -> 1 + random.nextInt(1 << 1 + random.nextInt(14))),
        NEARLY_FULL(2, 100, random -> 1 + random.nextInt(1 << 1 + random.nextInt(15)));

        final long maxPages;
        final int mostLive;
        final AllocatorFuzz.SizeMix sizes;

        Kind(long maxPages, int mostLive, AllocatorFuzz.SizeMix sizes) {
            this.maxPages = maxPages;
            this.mostLive = mostLive;
            this.sizes = sizes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void heap_whenUsedAtRandom_staysWholeAndKeepsEveryPayload(Kind kind) {
        long seed = Long.getLong("dev.ashlar.fuzz.seed", new Random().nextLong());
        try (LinearMemory memory = LinearMemory.create(1, kind.maxPages)) {
            new AllocatorFuzz(seed, memory, kind.mostLive, kind.sizes).run(OPERATIONS);
        } catch (Throwable failure) {
            fail("-Ddev.ashlar.fuzz.seed=" + seed + " kind=" + kind, failure);
        }
    }
}
