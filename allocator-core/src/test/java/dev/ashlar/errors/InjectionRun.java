package dev.ashlar.errors;

import dev.ashlar.memory.LinearMemory;
import java.util.Random;

/** One scenario with injected errors, in the classes of the loader that it comes from. */
public final class InjectionRun implements Runnable {
    private static final long SEED = Long.getLong("dev.ashlar.errors.seed", 42);

    /** The fuzz profile has errors in all operations. */
    private static final int ONE_IN = Integer.getInteger("dev.ashlar.errors.oneIn", 5);

    private static final Faults NONE = (operation, _) -> {
        operation.run();
        return true;
    };

    private final Scenario scenario;
    private final Faults faults;
    private final boolean isLasting;

    /** By name, for the loader to find its own. */
    public InjectionRun(String scenario, boolean isLasting) throws ReflectiveOperationException {
        this.scenario = Class.forName(scenario)
                .asSubclass(Scenario.class)
                .getDeclaredConstructor()
                .newInstance();
        this.isLasting = isLasting;
        this.faults = new SomeFaults(new InjectedErrors(isLasting), new Random(SEED), ONE_IN);
    }

    @Override
    public void run() {
        // The handles of the two are kept in different ways; the fuzz profile has both with both kinds of errors.
        if (!isLasting || ONE_IN == 1) {
            try (LinearMemory onHeap = LinearMemory.createOnHeap(1)) {
                run(scenario, onHeap, SEED);
            }
        }
        if (isLasting || ONE_IN == 1) {
            try (LinearMemory offHeap = LinearMemory.create(1)) {
                run(scenario, offHeap, SEED + 1);
            }
        }
    }

    private void run(Scenario program, LinearMemory memory, long seed) {
        warm(program, seed);
        program.run(memory, faults, new Random(seed));
        program.requireAllSeen();
        if (isLasting) {
            program.requireSeenWhereErrorsLast();
        }
    }

    /** Loads and initialises what a scenario needs, which an error would end for good. */
    static void warm(Scenario program, long seed) {
        try (LinearMemory memory = LinearMemory.create(1, 256)) {
            program.run(memory, NONE, new Random(seed));
        }
    }
}
