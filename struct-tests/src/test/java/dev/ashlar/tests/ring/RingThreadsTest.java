package dev.ashlar.tests.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rings between threads: every struct arrives once, whole, and in the order of its producer. */
@Timeout(120)
class RingThreadsTest {
    /** The structs for each place in the ring: a full or empty ring makes a thread wait. */
    private static final long ROUNDS = 3_000;

    /** Of every so many claims of a shared ring one is given up, and of so many structs one is offered as a record. */
    private static final int SOME = 7;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "1, 256", "3, 1", "3, 4", "3, 256"})
    void structs_ofEachProducer_arriveOnceAndInOrder(int producers, int capacity) throws Exception {
        try (LinearMemory memory = LinearMemory.create(1);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            long count = ROUNDS * (capacity + 1);
            SharedAllocator allocator = SharedAllocator.over(memory);
            QuoteRing ring = producers == 1
                    ? QuoteRing.create(allocator, capacity)
                    : QuoteRing.createShared(allocator, capacity);
            List<Future<?>> producing = new ArrayList<>();
            for (int producer = 0; producer < producers; producer++) {
                int number = producer;
                // Each has its own object, as a process would.
                producing.add(threads.submit(() -> produce(QuoteRing.open(ring.memory()), number, count)));
            }
            Callable<long[]> consumer = () -> consume(ring, producers, count * producers);
            long[] next = threads.submit(consumer).get();
            for (Future<?> each : producing) {
                each.get();
            }
            assertThat(next).containsOnly(count);
            assertThat(ring.isEmpty()).isTrue();
        }
    }

    private static void produce(QuoteRing ring, int producer, long count) {
        QuoteView.Cursor slot = ring.cursor();
        for (long number = 0; number < count; ) {
            if (number % SOME == 0) {
                if (ring.offer(new Quote(number, producer, number * 0.5, (int) (number & 0xFF)))) {
                    number++;
                    continue;
                }
            } else if (ring.claim(slot)) {
                slot.number(number).producer(producer).price(number * 0.5).size((int) (number & 0xFF));
                ring.publish(slot);
                number++;
                if (number % SOME == 1 && ring.claim(slot)) {
                    slot.number(-1);
                    ring.cancel(slot);
                }
                continue;
            }
            LockSupport.parkNanos(1_000);
        }
    }

    private static long[] consume(QuoteRing ring, int producers, long count) {
        long[] next = new long[producers];
        QuoteView.Cursor quote = ring.cursor();
        for (long seen = 0; seen < count; ) {
            if (!ring.poll(quote)) {
                LockSupport.parkNanos(1_000);
                continue;
            }
            long number = quote.number();
            if (number != next[quote.producer()] || quote.price() != number * 0.5 || quote.size() != (number & 0xFF)) {
                throw new AssertionError("expected number " + next[quote.producer()] + " but was " + quote);
            }
            next[quote.producer()]++;
            seen++;
        }
        ring.release();
        return next;
    }
}
