package dev.ashlar.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** One JVM of {@link CompileReport}: compiles the same sources several times and prints the times. */
final class CompileFork {
    private static final int WARM = 2;

    private CompileFork() {}

    /** Arguments: whether the {@code processor} runs or {@code hand} wrote it all, the output, and the sources. */
    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[1]);
        Path[] sources = Arrays.stream(arguments).skip(2).map(Path::of).toArray(Path[]::new);
        StructCompiler compiler = new StructCompiler(output, sources);
        if (arguments[0].equals("processor")) {
            compiler = compiler.withProcessor(Files.createDirectories(output.resolveSibling("views-again")));
        }
        long cold = time(compiler);
        long warm = Long.MAX_VALUE;
        for (int time = 0; time < WARM; time++) {
            warm = Math.min(warm, time(compiler));
        }
        System.out.println(new CompileReport.Times(cold, warm));
    }

    private static long time(StructCompiler compiler) throws IOException {
        long start = System.nanoTime();
        compiler.compile();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
