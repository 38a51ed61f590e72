package dev.ashlar.benchmarks.loops;

import dev.ashlar.benchmarks.Ratios;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
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
            ValueLoops.class,
            WideLoops.class);

    private LoopReport() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        String selected = System.getProperty("loops", "");
        List<Class<?>> classes = CLASSES.stream()
                .filter(loops -> loops.getSimpleName().contains(selected))
                .toList();
        classes.forEach(LoopReport::requireMethodsOfTheirOwn);
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

    /** JMH inlines what it measures into a loop of its own, which would share the JIT's budget with the loop measured. */
    private static void requireMethodsOfTheirOwn(Class<?> loops) {
        for (Method method : loops.getMethods()) {
            CompilerControl control = method.getAnnotation(CompilerControl.class);
            boolean isOwn = control != null && control.value() == CompilerControl.Mode.DONT_INLINE;
            if (method.isAnnotationPresent(Benchmark.class) && !isOwn) {
                throw new IllegalStateException("benchmark without @CompilerControl(DONT_INLINE): " + method);
            }
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
