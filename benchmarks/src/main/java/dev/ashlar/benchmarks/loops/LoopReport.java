package dev.ashlar.benchmarks.loops;

import dev.ashlar.benchmarks.Ratios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Prints how loops of real programs compare with the same loops by hand on a {@code MemorySegment}: the time and the bytes
 * on the Java heap of one step.
 *
 * <p>The system property {@code loops} selects the classes whose names contain it.
 */
final class LoopReport {
    private static final List<Class<?>> CLASSES = List.of(
            ScanLoops.class,
            FilterLoops.class,
            SearchLoops.class,
            ProbeLoops.class,
            HelperLoops.class,
            BodyLoops.class,
            CopyLoops.class,
            ChainLoops.class,
            UnionLoops.class,
            SortLoops.class,
            WideLoops.class);

    private LoopReport() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        String selected = System.getProperty("loops", "");
        List<Class<?>> classes = CLASSES.stream()
                .filter(loops -> loops.getSimpleName().contains(selected))
                .toList();
        Path folder = Files.createTempDirectory("loops");
        try {
            Path compiled = WideSource.compile(folder);
            new Ratios(classes, "segment", "-D" + WideLoops.COMPILED + "=" + compiled)
                    .run()
                    .printWorks(System.out, "view", "cursor", "objects");
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
