package dev.ashlar.errors;

import dev.ashlar.memory.LinearMemory;
import java.util.List;
import java.util.Random;

/**
 * A process in which scenarios meet real stack overflows. Arguments: a seed, how many rounds, every
 * how many frames, and in one of how many operations.
 */
final class StackOverflowRun {
    private static final long STACK_BYTE_SIZE = 192 << 10;

    private StackOverflowRun() {}

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws InterruptedException {
        long seed = Long.parseLong(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        StackOverflows overflows = new StackOverflows(Integer.parseInt(arguments[2]));
        Faults faults = new SomeFaults(overflows, new Random(seed), Integer.parseInt(arguments[3]));
        Thread thread = new Thread(null, () -> run(faults, seed, rounds), "overflows", STACK_BYTE_SIZE);
        thread.start();
        thread.join();
        System.out.println("done errors=" + overflows.errors());
    }

    @SuppressWarnings("SystemOut")
    private static void run(Faults faults, long seed, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (Scenario scenario : scenarios()) {
                try (LinearMemory memory = LinearMemory.createOnHeap(1)) {
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
                new LogScenario(),
                new ClaimScenario(),
                new ArenaScenario(),
                new CloseScenario());
    }
}
