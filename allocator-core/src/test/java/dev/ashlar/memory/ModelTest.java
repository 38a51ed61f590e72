package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten million random operations, over every backing in turn, each compared with a plain {@code byte[]}. The seed is new
 * in every run and stands in the message of a failure; {@code -Ddev.ashlar.model.seed=…} repeats it, and
 * {@code -Ddev.ashlar.model.operations=…} asks for another number of operations.
 */
class ModelTest {
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.model.operations", 10_000_000);
    private static final int OPERATIONS_PER_MEMORY = 250_000;

    @ParameterizedTest
    @MethodSource("dev.ashlar.memory.BackingKind#ofThisRun")
    void operations_atRandom_doWhatTheModelDoes(BackingKind kind) {
        long seed = Long.getLong("dev.ashlar.model.seed", new Random().nextLong());
        int share = OPERATIONS / BackingKind.values().length;
        try {
            for (int done = 0; done < share; done += OPERATIONS_PER_MEMORY) {
                try (LinearMemory memory = kind.create(1, ModelRun.MAX_PAGES)) {
                    new ModelRun(seed + done, memory).run(Math.min(OPERATIONS_PER_MEMORY, share - done));
                }
            }
        } catch (Throwable failure) {
            fail("-Ddev.ashlar.model.seed=" + seed + " backing=" + kind, failure);
        }
    }
}
