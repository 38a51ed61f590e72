package dev.ashlar.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Prints what it costs that threads change one map together: by one lock, by one for each shard, and as a hash map of Java does. */
final class MapShardsReport {
    private MapShardsReport() {}

    public static void main(String[] arguments) throws RunnerException {
        new Ratios(MapShards.class, "concurrent").run().print(System.out);
    }
}
