package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real errors in the middle of operations on a {@link SharedAllocator}, in every way that code is run. {@code
 * -Ddev.ashlar.shared.rounds=…} asks for so many times the rounds, {@code -Ddev.ashlar.errors.seed=…} for a seed.
 */
class SharedErrorsTest {
    private static final int TIMES = Integer.getInteger("dev.ashlar.shared.rounds", 1);

    @ParameterizedTest
    @CsvSource({"-Xint, 1, 4, 2", "-XX:TieredStopAtLevel=1, 2, 20, 2", "-XX:+TieredCompilation, 2, 20, 2"})
    void allocator_whenErrorsCutOperationsOff_losesNoBlockAndIsWholeOnceRecovered(
            String compiler, int threads, int overflows, int fillings) throws Exception {
        long seed = Long.getLong("dev.ashlar.errors.seed", new Random().nextLong());
        String printed = ChildJvm.run(
                SharedErrors.class, List.of(compiler, "-Xmx24m"), seed, threads, overflows * TIMES, fillings * TIMES);
        assertThat(printed).as("-Ddev.ashlar.errors.seed=" + seed).startsWith("errors=");
    }
}
