package dev.ashlar.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Exports by several threads with releases in random order, a consumer that reads after somebody has tried to free and close:
 * {@code -Ddev.ashlar.arrow.exports=100000} for a long run, {@code -Ddev.ashlar.arrow.seed=…} for another one.
 */
@SuppressWarnings("restricted") // it reads at addresses, as C does
class ExportSoakTest {
    private static final int EXPORTS = Integer.getInteger("dev.ashlar.arrow.exports", 1_000);
    private static final long SEED = Long.getLong("dev.ashlar.arrow.seed", 25);
    private static final int THREADS = 4;
    private static final int ROWS = 200;

    @Test
    void exports_releaseEverything() throws Exception {
        LinearMemory memory = LinearMemory.create(1);
        SharedAllocator allocator = SharedAllocator.over(memory);
        long before = allocator.stats().liveBlocks();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS);
                ExecutorService releasers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(SEED + thread);
                runs.add(threads.submit(() -> {
                    for (int i = 0; i < EXPORTS / THREADS; i++) {
                        export(memory, allocator, random, releasers);
                    }
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertThat(allocator.stats().liveBlocks()).as("seed " + SEED).isEqualTo(before);
        assertThat(Callbacks.count()).isZero();
        memory.close();
    }

    private static void export(LinearMemory memory, SharedAllocator allocator, Random random, ExecutorService releasers)
            throws Exception {
        SampleColumns samples = SampleColumns.allocate(allocator, ROWS);
        for (int i = 0; i < ROWS; i++) {
            samples.set(i, new Sample(i, "n" + i));
        }
        ArrowStream stream = ArrowStream.of(samples, ArrowOptions.DEFAULT.withBatchRows(1 + random.nextInt(ROWS)));
        Consumer consumer = new Consumer(stream);
        List<MemorySegment> batches = new ArrayList<>();
        for (MemorySegment batch = consumer.next();
                Consumer.array(batch).release().address() != 0;
                batch = consumer.next()) {
            batches.add(batch);
        }
        assertRefused(samples::free);
        assertRefused(memory::close);
        long sum = 0;
        for (MemorySegment batch : batches) {
            sum += sumOfIds(batch);
        }
        assertThat(sum).isEqualTo(ROWS * (ROWS - 1L) / 2);
        Collections.shuffle(batches, random);
        List<Future<?>> releases = new ArrayList<>();
        releases.add(releasers.submit(consumer::release));
        batches.forEach(batch -> releases.add(releasers.submit(() -> Consumer.releaseArray(batch))));
        for (Future<?> release : releases) {
            release.get();
        }
        assertThat(stream.isReleased()).isTrue();
        samples.free();
    }

    private static long sumOfIds(MemorySegment batch) {
        CArrayView ids = Consumer.array(Consumer.pointer(Consumer.array(batch).children(), 0));
        MemorySegment values = Consumer.pointer(ids.buffers(), 1).reinterpret(ids.length() * Long.BYTES);
        long sum = 0;
        for (long i = 0; i < ids.length(); i++) {
            sum += values.getAtIndex(ValueLayout.JAVA_LONG, i);
        }
        return sum;
    }

    private static void assertRefused(Runnable end) {
        try {
            end.run();
        } catch (IllegalStateException refused) {
            return;
        }
        throw new AssertionError("freed or closed although exported");
    }
}
