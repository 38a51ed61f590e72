package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Prints how dispatch over unions compares with a switch by hand, and with records on the heap. */
final class UnionReport {
    private UnionReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(UnionDispatch.class, "segment").run().print(System.out);
    }
}
