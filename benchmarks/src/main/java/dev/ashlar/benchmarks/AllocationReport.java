package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/**
 * Prints how allocate-and-free pairs compare with other allocators: plain addresses, then the same as live blocks grow
 * in number, then zeroed objects.
 */
final class AllocationReport {
    static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";
    static final String[] LIVE = {"1000", "10000", "100000", "1000000", "10000000"};

    private AllocationReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(RawPairs.class, "malloc", NATIVE_ACCESS).run().print(System.out);
        new Ratios(RawPairs.class, "malloc", NATIVE_ACCESS)
                .with("live", LIVE)
                .with("sizes", "8-512")
                .with("peer", "malloc", "ashlar")
                .run()
                .print(System.out);
        new Ratios(HandlePairs.class, "calloc", NATIVE_ACCESS).run().print(System.out);
    }
}
