package dev.ashlar.errors;

import dev.ashlar.memory.LinearMemory;
import java.util.List;
import java.util.Random;

/**
 * A process in which scenarios meet real errors. Arguments: {@code stack} or {@code memory}, a seed, how many rounds, the step from
 * one place of an operation to the next, and in one of how many operations.
 */
final class RealErrorsRun {
    private static final long STACK_BYTE_SIZE = 192 << 10;

    private RealErrorsRun() {}

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws InterruptedException {
        boolean isStack = arguments[0].equals("stack");
        long seed = Long.parseLong(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        int step = Integer.parseInt(arguments[3]);
        StackOverflows overflows = new StackOverflows(step);
        Shortages shortages = new Shortages(step);
        Faults faults =
                new SomeFaults(isStack ? overflows : shortages, new Random(seed), Integer.parseInt(arguments[4]));
        Thread thread = new Thread(null, () -> run(faults, seed, rounds), "errors", STACK_BYTE_SIZE);
        thread.start();
        thread.join();
        System.out.println("done errors=" + (overflows.errors() + shortages.errors()));
    }

    @SuppressWarnings("SystemOut")
    private static void run(Faults faults, long seed, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (Scenario scenario : scenarios()) {
                try (LinearMemory memory = LinearMemory.create(1, 256)) {
                    InjectionRun.warm(scenario, seed + round);
                    scenario.run(memory, faults, new Random(seed + round));
                } catch (Throwable failure) {
                    System.out.println("failed: " + scenario.getClass().getSimpleName() + " seed=" + (seed + round));
                    failure.printStackTrace(System.out);
                    return;
                }
            }
        }
        System.out.println("whole");
    }

    private static List<Scenario> scenarios() {
        return List.of(
                new PoolScenario(),
                new FurtherScenario(),
                new BumpScenario(),
                new StackScenario(),
                new ListScenario(),
                new MapScenario(),
                new LogScenario(),
                new ClaimScenario(),
                new ArenaScenario(),
                new CloseScenario());
    }
}
