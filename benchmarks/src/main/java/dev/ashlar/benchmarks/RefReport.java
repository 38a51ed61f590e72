package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Prints how following references compares with following addresses by hand, and with objects. */
final class RefReport {
    private RefReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(RefChase.class, "segment").run().print(System.out);
    }
}
