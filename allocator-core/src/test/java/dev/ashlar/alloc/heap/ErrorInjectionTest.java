package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An error at every call of every operation, before the call has done anything and after all that it does. The seed is new
 * in every run; {@code -Ddev.ashlar.error.seed=…} repeats it.
 */
class ErrorInjectionTest {
    private static final int SCRIPTS = Integer.getInteger("dev.ashlar.error.scripts", 1);
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.error.operations", 40);

    @ParameterizedTest
    @CsvSource({"false, 1", "false, 8", "true, 1", "true, 8"})
    void operations_whenAnErrorComesAtAnyCall_happenOrNotOrAreRefusedUntilRecovered(boolean isPersistent, long pages) {
        long first = Long.getLong("dev.ashlar.error.seed", new Random().nextLong());
        long errors = 0;
        long recoveries = 0;
        for (long seed = first; seed < first + SCRIPTS; seed++) {
            for (int failing = 0; failing < OPERATIONS; failing++) {
                for (int i = 0; ; i++) {
                    String where = "-Ddev.ashlar.error.seed=" + seed + " persistent=" + isPersistent + " operation="
                            + failing + " call=" + (i / 2 + 1) + " late=" + (i % 2 == 1);
                    ErrorInjection injection = new ErrorInjection(seed, pages, isPersistent);
                    try {
                        if (!injection.run(OPERATIONS, failing, i / 2 + 1, i % 2 == 1)) {
                            break;
                        }
                    } catch (Throwable failure) {
                        fail(where, failure);
                    }
                    errors++;
                    recoveries += injection.isRecovered() ? 1 : 0;
                }
            }
        }
        System.out.println(
                "errors=" + errors + " recoveries=" + recoveries + " persistent=" + isPersistent + " pages=" + pages);
        assertThat(recoveries).isBetween(1L, errors - 1);
    }
}
