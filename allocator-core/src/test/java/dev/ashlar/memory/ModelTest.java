package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.fail;

import java.util.Random;

/**
 * Ten million random operations over every backing, each compared with a plain {@code byte[]}. The seed is new in every
 * run and stands in the message of a failure; {@code -Ddev.ashlar.model.seed=…} repeats it, and
 * {@code -Ddev.ashlar.model.operations=…} asks for another number of operations.
 */
class ModelTest {
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.model.operations", 10_000_000);
    private static final int OPERATIONS_PER_MEMORY = 500_000;

    @EveryBacking
    void operations_atRandom_doWhatTheModelDoes(BackingKind kind) {
        long seed = Long.getLong("dev.ashlar.model.seed", new Random().nextLong());
        int share = OPERATIONS / (int) BackingKind.available().count();
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
