package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Prints how allocate-and-free pairs compare with other allocators: plain addresses, then zeroed objects. */
final class AllocationReport {
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    private AllocationReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(RawPairs.class, "malloc", NATIVE_ACCESS).run().print(System.out);
        new Ratios(HandlePairs.class, "calloc", NATIVE_ACCESS).run().print(System.out);
    }
}
