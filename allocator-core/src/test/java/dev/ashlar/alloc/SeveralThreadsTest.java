package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Misuse: two threads at once on a heap that is for one. What they get is not said, but they get it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeveralThreadsTest {
    @RepeatedTest(20)
    void operations_ofTwoThreadsAtOnce_end() throws Exception {
        ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        try (LinearMemory memory = LinearMemory.create(1, 64)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            CyclicBarrier start = new CyclicBarrier(2);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Random random = new Random(i);
                Thread thread = new Thread(() -> work(allocator, random, start, thrown));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(thrown)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfAny(
                                IllegalStateException.class,
                                OutOfLinearMemoryException.class,
                                IndexOutOfBoundsException.class));
    }

    private static void work(
            LinkedListAllocator allocator,
            Random random,
            CyclicBarrier start,
            ConcurrentLinkedQueue<Throwable> thrown) {
        List<Long> live = new ArrayList<>();
        try {
            start.await();
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
        for (int i = 0; i < 40_000; i++) {
            try {
                if (live.size() < 50 || random.nextBoolean()) {
                    live.add(allocator.allocateAddress(1 + random.nextInt(random.nextInt(10) == 0 ? 3_000 : 100)));
                } else {
                    allocator.freeAddress(live.remove(random.nextInt(live.size())));
                }
            } catch (Throwable refused) {
                thrown.add(refused);
            }
        }
    }
}
