package dev.ashlar.examples.table;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What something took.
 *
 * @param result what came of it
 * @param nanos the time in nanoseconds, garbage collections included
 * @param collectionMillis the milliseconds of garbage collections in it
 */
record Measured<T>(T result, long nanos, long collectionMillis) {
    static <T> Measured<T> once(Supplier<T> work) {
        long collections = spentOnCollections();
        long start = System.nanoTime();
        T result = work.get();
        return new Measured<>(result, System.nanoTime() - start, spentOnCollections() - collections);
    }

    /** The fastest of {@code times}: the first ones wait for the JIT. */
    static <T> Measured<T> best(int times, Supplier<T> work) {
        Measured<T> best = once(work);
        for (int i = 1; i < times; i++) {
            Measured<T> next = once(work);
            best = next.nanos < best.nanos ? next : best;
        }
        return best;
    }

    /** The bytes that live objects take, after a full collection. */
    static long liveHeapByteSize() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The milliseconds that this JVM has spent on garbage collections so far. */
    private static long spentOnCollections() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            millis += Math.max(0, collector.getCollectionTime());
        }
        return millis;
    }
}
