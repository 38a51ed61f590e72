package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process in which interrupted virtual threads, first alone and then beside platform threads, work on one {@link
 * SharedAllocator}. It prints how many came to their end and found their interrupts still set. How many carriers
 * there are is up to its flags.
 */
final class InterruptedThreads {
    private static final int MAX_PAGES = 1_024;
    private static final int PLATFORM_THREADS = 2;

    private final SharedAllocator allocator;
    private final int operations;
    private final AtomicInteger stillInterrupted = new AtomicInteger();

    private InterruptedThreads(LinearMemory memory, int operations) {
        this.operations = operations;
        this.allocator = SharedAllocator.over(memory);
    }

    /** Takes how many virtual threads work, first alone and then beside platform threads, and their operations. */
    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws InterruptedException {
        for (int platform = 0; platform <= PLATFORM_THREADS; platform += PLATFORM_THREADS) {
            try (LinearMemory memory = LinearMemory.create(1, MAX_PAGES)) {
                InterruptedThreads threads = new InterruptedThreads(memory, Integer.parseInt(arguments[1]));
                threads.run(Integer.parseInt(arguments[0]), platform);
                SharedAllocator allocator = threads.allocator;
                System.out.println("interrupted=" + threads.stillInterrupted + " live="
                        + allocator.stats().liveBlocks() + " findings=" + HeapChecker.check(allocator));
            }
        }
    }

    private void run(int virtual, int platform) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try (Arena arena = allocator.openArena()) {
            for (int i = 0; i < platform; i++) {
                int seed = -1 - i;
                threads.add(Thread.ofPlatform().start(() -> work(new Random(seed), 600, 9_000, 20 * operations)));
            }
            for (int i = 0; i < virtual; i++) {
                int seed = i;
                threads.add(Thread.ofVirtual().start(() -> {
                    Thread.currentThread().interrupt();
                    work(new Random(seed), 1, 3_000, operations);
                    arena.allocate(1 + seed % 600);
                    if (Thread.currentThread().isInterrupted()) {
                        stillInterrupted.incrementAndGet();
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private void work(Random random, int least, int range, int operations) {
        List<Memory> mine = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            mine.add(allocator.allocate(least + random.nextInt(range)));
            if (mine.size() > 4) {
                mine.remove(random.nextInt(mine.size())).free();
            }
        }
        mine.forEach(Memory::free);
    }
}
