package dev.ashlar.benchmarks;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Prints how maps compare with a {@code HashMap} of records and with Agrona's map of indexes, by numbers and by names, and how many
 * bytes an entry takes averaged over a doubling. {@code -Dcounts=1000,1000000} takes other numbers of entries, {@code -Dworks=hit.*} other works.
 */
final class MapReport {
    private static final int FROM = 1 << 17;

    private MapReport() {}

    public static void main(String[] arguments) throws RunnerException {
        Ratios ratios = new Ratios(List.of(MapWork.class, MapNames.class), "hashMap", "-Xmx4g")
                .only(System.getProperty("works", ".*"))
                .with("count", System.getProperty("counts", "1000000").split(",", -1));
        ratios.run().print(System.out);
        System.out.printf(
                Locale.ROOT, "%nbytes of an entry of 24 bytes, averaged over a doubling: %.1f%n", bytesOfAnEntry());
    }

    private static double bytesOfAnEntry() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            AccountMap map = AccountMap.create(LinkedListAllocator.over(memory));
            double sum = 0;
            for (int id = 1; id < 2 * FROM; id++) {
                map.getOrAdd(id);
                if (id >= FROM) {
                    sum += (double) map.memory().length() / id;
                }
            }
            return sum / FROM;
        }
    }
}
