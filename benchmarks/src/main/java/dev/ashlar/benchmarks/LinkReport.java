package dev.ashlar.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints how long the views of 100 structs take to be used first in a new JVM, each once: with what they compare of nested
 * structs and enums, and the same views without it.
 */
final class LinkReport {
    private static final int STRUCTS = 100;
    private static final int ROUNDS = 20;
    private static final Pattern COMPARISON =
            Pattern.compile("\\s*\\.(?:struct\\(\"\\w+\",\\s*\\w+\\.LINK,[^)]*|constants\\(\"\\w+\",\\s*\\w+)\\)");

    private LinkReport() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ashlar-link-report");
        Path sources = folder.resolve("sources");
        Path views = folder.resolve("views");
        StructSources.write(sources, STRUCTS);
        Files.writeString(sources.resolve("p").resolve("Start.java"), start());
        Path compared = folder.resolve("compared");
        new StructCompiler(compared, sources)
                .withProcessor(Files.createDirectories(views))
                .compile();
        removeComparisons(views);
        Path bare = folder.resolve("bare");
        new StructCompiler(bare, sources, views).compile();
        double[] with = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            with[round] = milliseconds(compared);
            without[round] = milliseconds(bare);
        }
        System.out.println("| first use of " + STRUCTS + " views in a new JVM | minimum | median |");
        System.out.println("| --- | --- | --- |");
        print("compared with what they hold", with);
        print("without comparing", without);
    }

    private static String start() {
        List<String> uses = IntStream.range(0, STRUCTS)
                .mapToObj(number -> "        used += Struct" + number + "View.at(memory, 0).byteOffset();")
                .toList();
        return """
                package p;

                import dev.ashlar.memory.Memory;
                import java.lang.foreign.MemorySegment;

                final class Start {
                    public static void main(String[] arguments) {
                        Memory memory = Memory.of(MemorySegment.ofArray(new long[1 << 13]));
                        long start = System.nanoTime();
                        long used = use(memory);
                        System.out.println(System.nanoTime() - start + used);
                    }

                    private static long use(Memory memory) {
                        long used = 0;
                %s
                        return used;
                    }
                }
                """.formatted(String.join("\n", uses));
    }

    private static void removeComparisons(Path views) throws IOException {
        int removed = 0;
        try (Stream<Path> files = Files.walk(views)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("View.java")).toList()) {
                String source = Files.readString(file);
                String bare = COMPARISON.matcher(source).replaceAll("");
                removed += source.length() - bare.length();
                Files.writeString(file, bare);
            }
        }
        if (removed == 0) {
            throw new IllegalStateException("nothing was compared: views=" + views);
        }
    }

    private static double milliseconds(Path classes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        "p.Start")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the views cannot be used: " + output);
        }
        return Long.parseLong(output.strip()) / 1e6;
    }

    private static void print(String name, double[] times) {
        double[] sorted = Arrays.stream(times).sorted().toArray();
        System.out.printf(Locale.ROOT, "| %s | %.1f ms | %.1f ms |%n", name, sorted[0], sorted[sorted.length / 2]);
    }
}
