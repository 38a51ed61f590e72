package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.StructLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A log that is appended to. */
final class LogScenario implements Scenario {
    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        StructLog<Pair, PairView> log = StructLog.over(memory.span(0, 2_000), PairView.TYPE);
        List<Pair> model = new ArrayList<>();
        for (int operation = 0; operation < 40; operation++) {
            Pair value = Pair.of(random.nextLong());
            faults.run(() -> log.append(value), () -> {
                assertThat(elements(log)).isEqualTo(model);
                return false;
            });
            model.add(value);
            assertThat(elements(log)).isEqualTo(model);
        }
    }

    private static List<Pair> elements(StructLog<Pair, PairView> log) {
        List<Pair> elements = new ArrayList<>();
        log.forEach(view -> elements.add(view.read()));
        return elements;
    }
}
