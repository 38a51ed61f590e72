package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Prints how generated views compare with hand-written access to a {@code MemorySegment}. */
final class AccessReport {
    private AccessReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(ViewAccess.class, "segment").run().print(System.out);
    }
}
