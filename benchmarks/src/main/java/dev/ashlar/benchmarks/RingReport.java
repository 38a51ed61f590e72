package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Prints how rings of structs compare with ring buffers of bytes and a queue of records. */
final class RingReport {
    /** What Agrona needs to start. */
    private static final String[] FLAGS = {
        "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED", AllocationReport.NATIVE_ACCESS
    };

    private RingReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(RingWork.class, "queue", FLAGS).run().print(System.out);
        new Ratios(RingHandOver.class, "queue", FLAGS).run().print(System.out);
    }
}
