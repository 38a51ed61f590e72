package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Prints how growable lists compare with lists of records, and with access by hand. */
final class ListReport {
    private ListReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(ListWork.class, "arrayList").run().print(System.out);
    }
}
