package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/**
 * Prints how allocators that threads share compare: each thread with blocks of its own, by one and by two threads, then
 * one thread that allocates and one that frees. And what sharing costs one thread that is alone.
 */
final class SharedReport {
    private SharedReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(RawPairs.class, "ashlar", AllocationReport.NATIVE_ACCESS)
                .with("sizes", "8-512")
                .with("peer", "ashlar", "shared", "locked")
                .run()
                .print(System.out);
        new Ratios(SharedPairs.class, "locked", AllocationReport.NATIVE_ACCESS)
                .run()
                .print(System.out);
        new Ratios(SharedHandles.class, "locked", AllocationReport.NATIVE_ACCESS)
                .run()
                .print(System.out);
        new Ratios(SharedHandOver.class, "locked", AllocationReport.NATIVE_ACCESS)
                .run()
                .print(System.out);
    }
}
