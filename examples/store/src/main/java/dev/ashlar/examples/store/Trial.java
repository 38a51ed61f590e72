package dev.ashlar.examples.store;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongConsumer;

/**
 * One kind of store under the load.
 *
 * @param nanos the time of all requests
 * @param collectionMillis the milliseconds of garbage collections in it
 * @param heapByteSize what the store takes on the Java heap
 * @param offHeapByteSize what it takes elsewhere
 * @param sessions how many there are at the end
 * @param answers the sum of all answers, with the number of each request
 */
record Trial(long nanos, long collectionMillis, long heapByteSize, long offHeapByteSize, long sessions, long answers) {
    private static final int REPORT_EVERY = 10_000;

    /** Sends all requests to a store, telling {@code progress} how many are done. */
    static Trial of(Sessions store, Load load, long requests, LongConsumer progress) {
        long heapBefore = liveHeapByteSize();
        long collections = spentOnCollections();
        long start = System.nanoTime();
        long answers = 0;
        for (long i = 0; i < requests; i++) {
            load.next();
            answers = 31 * answers + store.request(load);
            if (i % REPORT_EVERY == 0) {
                progress.accept(i);
            }
        }
        progress.accept(requests);
        long nanos = System.nanoTime() - start;
        long collectionMillis = spentOnCollections() - collections;
        long heap = Math.max(0, liveHeapByteSize() - heapBefore);
        return new Trial(nanos, collectionMillis, heap, store.offHeapByteSize(), store.size(), answers);
    }

    /** Returns whether the other store gave the same answers. */
    boolean agreesWith(Trial other) {
        return sessions == other.sessions && answers == other.answers;
    }

    private static long liveHeapByteSize() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long spentOnCollections() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            millis += Math.max(0, collector.getCollectionTime());
        }
        return millis;
    }
}
