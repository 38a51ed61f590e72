package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Prints how columns compare with arrays of the heap, and rows with an array of records. */
final class ColumnReport {
    private ColumnReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(ColumnScan.class, "heap").run().print(System.out);
    }
}
