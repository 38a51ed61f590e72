package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/**
 * Misuse: two threads at once on an allocator that is for one. What they get is not said, but they get it, and mostly an exception
 * that says what has happened.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeveralThreadsTest {
    /** One step of a thread with the blocks that it has. */
    private interface Step<B> {
        void take(List<B> live, Random random);
    }

    @RepeatedTest(5)
    void operationsOnAHeap_ofTwoThreadsAtOnce_end() throws Exception {
        run(LinkedListAllocator::over, heap -> (List<Long> live, Random random) -> {
            if (live.size() < 50 || random.nextBoolean()) {
                live.add(heap.allocateAddress(byteSize(random)));
            } else {
                heap.freeAddress(live.remove(random.nextInt(live.size())));
            }
        });
    }

    @RepeatedTest(2)
    void handlesOfAHeap_ofTwoThreadsAtOnce_end() throws Exception {
        run(LinkedListAllocator::over, SeveralThreadsTest::handles);
    }

    @RepeatedTest(2)
    void addressesOfAPool_ofTwoThreadsAtOnce_end() throws Exception {
        run(memory -> PoolAllocator.over(memory, 0, 3_000), pool -> (List<Long> live, Random random) -> {
            if (live.size() < 50 || random.nextBoolean()) {
                live.add(pool.allocateAddress());
            } else {
                pool.freeAddress(live.remove(random.nextInt(live.size())));
            }
        });
    }

    @RepeatedTest(2)
    void handlesOfAPool_ofTwoThreadsAtOnce_end() throws Exception {
        run(memory -> PoolAllocator.over(memory, 0, 3_000), SeveralThreadsTest::handles);
    }

    @RepeatedTest(2)
    void handlesOfAStack_ofTwoThreadsAtOnce_end() throws Exception {
        run(memory -> StackAllocator.over(memory, 0, 60_000), SeveralThreadsTest::handles);
    }

    @RepeatedTest(2)
    void blocksOfABumpAllocator_ofTwoThreadsAtOnce_end() throws Exception {
        run(memory -> BumpAllocator.over(memory, 0), bump -> (List<Memory> live, Random random) -> {
            if (random.nextInt(100) != 0) {
                live.add(bump.allocate(byteSize(random)));
            } else {
                bump.reset();
                live.clear();
            }
        });
    }

    private static Step<Memory> handles(Allocator allocator) {
        return (live, random) -> {
            if (live.size() < 50 || random.nextBoolean()) {
                live.add(allocator.allocate(byteSize(random)));
            } else if (random.nextBoolean()) {
                live.remove(random.nextInt(live.size())).free();
            } else {
                int which = random.nextInt(live.size());
                live.set(which, live.get(which).reallocate(byteSize(random)));
            }
        };
    }

    private static int byteSize(Random random) {
        return 1 + random.nextInt(random.nextInt(10) == 0 ? 3_000 : 100);
    }

    private static <A, B> void run(Function<LinearMemory, A> maker, Function<A, Step<B>> steps) throws Exception {
        ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        try (LinearMemory memory = LinearMemory.create(1, 64)) {
            Step<B> step = steps.apply(maker.apply(memory));
            CyclicBarrier start = new CyclicBarrier(2);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Random random = new Random(i);
                Thread thread = new Thread(() -> work(step, random, start, thrown));
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
                                IndexOutOfBoundsException.class,
                                // Seldom: on the paths that have no room for a test.
                                NullPointerException.class));
    }

    private static <B> void work(
            Step<B> step, Random random, CyclicBarrier start, ConcurrentLinkedQueue<Throwable> thrown) {
        try {
            start.await();
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
        List<B> live = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            try {
                step.take(live, random);
            } catch (Throwable refused) {
                thrown.add(refused);
            }
        }
    }
}
