package dev.ashlar.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Prints how long single allocate-and-free pairs take as live blocks grow in number: percentiles. */
final class LatencyReport {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    private LatencyReport() {}

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\." + Latency.class.getSimpleName() + "\\.")
                        .forks(1)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsAppend(AllocationReport.NATIVE_ACCESS)
                        .build())
                .run();
        System.out.println("| live | peer | p50 ns | p90 | p99 | p99.9 | p99.99 |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (RunResult result : results) {
            Statistics times = result.getPrimaryResult().getStatistics();
            StringBuilder row = new StringBuilder("| ")
                    .append(result.getParams().getParam("live"))
                    .append(" | ")
                    .append(result.getParams().getParam("peer"));
            for (double percentile : PERCENTILES) {
                row.append(String.format(Locale.ROOT, " | %.0f", times.getPercentile(percentile)));
            }
            System.out.println(row.append(" |"));
        }
    }
}
