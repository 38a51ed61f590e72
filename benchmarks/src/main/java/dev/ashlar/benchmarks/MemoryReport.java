package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Prints what growing costs, with both ways to reserve address space, and how bulk operations compare. */
final class MemoryReport {
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    private MemoryReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(Growth.class, "ashlar").run().print(System.out);
        new Ratios(Growth.class, "ashlar", NATIVE_ACCESS).run().print(System.out);
        new Ratios(Bulk.class, "segment").run().print(System.out);
        new Ratios(Bulk.class, "segment", NATIVE_ACCESS).run().print(System.out);
    }
}
