package dev.ashlar.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prints how long a compiler takes for 1 000 structs with the processor, as a ratio to the same views written by hand:
 * the sources that the processor writes, compiled without it.
 *
 * <p>Cold is the first compilation of a JVM, as Maven has it; warm the best of those that follow, as a daemon has it.
 * Minimum of all rounds, which interleave.
 */
final class CompileReport {
    private static final int STRUCTS = 1_000;

    private CompileReport() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ashlar-compile-report");
        Path records = folder.resolve("records");
        Path views = Files.createDirectories(folder.resolve("views"));
        StructSources.write(records, STRUCTS);
        new StructCompiler(folder.resolve("classes"), records)
                .withProcessor(views)
                .compile();

        Times processor = Times.WORST;
        Times byHand = Times.WORST;
        int rounds = Integer.getInteger("rounds", 3);
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            processor = processor.least(fork(folder, "processor", records));
            byHand = byHand.least(fork(folder, "hand", records, views));
        }
        print(System.out, processor, byHand);
    }

    private static Times fork(Path folder, String mode, Path... sources) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                CompileFork.class.getName(),
                mode,
                folder.resolve("classes-" + mode).toString());
        for (Path source : sources) {
            java.command().add(source.toString());
        }
        Process fork = java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String times = new String(fork.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (fork.waitFor() != 0) {
            throw new IllegalStateException("compilation failed: mode=" + mode);
        }
        return Times.parse(times.strip());
    }

    private static void print(PrintStream out, Times processor, Times byHand) {
        out.printf("%n%d structs, JDK %s, minimum of all rounds%n%n", STRUCTS, Runtime.version());
        out.println("| JVM | with the processor | views written by hand | ratio |");
        out.println("| --- | --- | --- | --- |");
        row(out, "cold", processor.cold, byHand.cold);
        row(out, "warm", processor.warm, byHand.warm);
    }

    private static void row(PrintStream out, String name, long processor, long byHand) {
        out.printf(
                Locale.ROOT, "| %s | %d ms | %d ms | %.2f |%n", name, processor, byHand, (double) processor / byHand);
    }

    /** What one JVM took, in milliseconds. */
    record Times(long cold, long warm) {
        private static final Times WORST = new Times(Long.MAX_VALUE, Long.MAX_VALUE);

        static Times parse(String text) {
            int blank = text.indexOf(' ');
            return new Times(Long.parseLong(text.substring(0, blank)), Long.parseLong(text.substring(blank + 1)));
        }

        Times least(Times other) {
            return new Times(Math.min(cold, other.cold), Math.min(warm, other.warm));
        }

        @Override
        public String toString() {
            return cold + " " + warm;
        }
    }
}
