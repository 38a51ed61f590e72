package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real errors in the middle of operations on a {@link SharedAllocator}, in every way that code is run. {@code
 * -Ddev.ashlar.errors.rounds=…} asks for so many times the rounds, {@code -Ddev.ashlar.errors.seed=…} for a seed.
 */
class SharedErrorsTest {
    private static final int TIMES = Integer.getInteger("dev.ashlar.errors.rounds", 1);

    @ParameterizedTest
    @CsvSource({
        "stack, -Xint, 1, 6",
        "stack, -XX:TieredStopAtLevel=1, 2, 20",
        "stack, -XX:+TieredCompilation, 2, 20",
        "heap, -Xint, 1, 2",
        "heap, -XX:TieredStopAtLevel=1, 1, 2",
        "heap, -XX:+TieredCompilation, 1, 2"
    })
    void allocator_whenErrorsCutOperationsOff_losesNoBlockAndIsWholeOnceRecovered(
            String exhausted, String compiler, int threads, int rounds) throws Exception {
        long seed = Long.getLong("dev.ashlar.errors.seed", new Random().nextLong());
        String printed = ChildJvm.run(
                SharedErrors.class, List.of(compiler, "-Xmx24m"), exhausted, seed, threads, rounds * TIMES);
        assertThat(printed).as("-Ddev.ashlar.errors.seed=" + seed).startsWith("errors=");
    }
}
