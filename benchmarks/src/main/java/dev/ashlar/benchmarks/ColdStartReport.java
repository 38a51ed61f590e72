package dev.ashlar.benchmarks;

import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints how long the first write and read of a struct takes in a new JVM, from the start of {@code main}: through a
 * generated view, and through the {@code VarHandle}s of a layout, as one writes it by hand.
 */
final class ColdStartReport {
    private static final int ROUNDS = 15;

    private ColdStartReport() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        double[] view = new double[ROUNDS];
        double[] varHandles = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            view[round] = milliseconds(View.class);
            varHandles[round] = milliseconds(VarHandles.class);
        }
        System.out.println("| first access in a new JVM | minimum | median | ratio of minima |");
        System.out.println("| --- | --- | --- | --- |");
        print("VarHandles of a layout", varHandles, varHandles);
        print("generated view", view, varHandles);
    }

    private static void print(String name, double[] times, double[] baseline) {
        double[] sorted = Arrays.stream(times).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.2f |%n",
                name,
                sorted[0],
                sorted[sorted.length / 2],
                sorted[0] / Arrays.stream(baseline).min().orElseThrow());
    }

    private static double milliseconds(Class<?> program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program.getSimpleName() + " failed: " + output);
        }
        return Long.parseLong(output.strip()) / 1e6;
    }

    private static void finish(long start, double sum) {
        long end = System.nanoTime();
        if (sum != 25 + 175.5) {
            throw new AssertionError(sum);
        }
        System.out.println(end - start);
    }

    /** The generated way. */
    static final class View {
        private View() {}

        public static void main(String[] arguments) {
            long start = System.nanoTime();
            try (Arena arena = Arena.ofConfined()) {
                PersonView person = PersonView.at(Memory.of(arena.allocate(24, 8)));
                person.id(12345).height(175.5).age(25);
                finish(start, person.age() + person.height());
            }
        }
    }

    /** The way by hand. */
    static final class VarHandles {
        private VarHandles() {}

        public static void main(String[] arguments) {
            long start = System.nanoTime();
            MemoryLayout layout = MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT.withName("id"),
                    MemoryLayout.paddingLayout(4),
                    ValueLayout.JAVA_DOUBLE.withName("height"),
                    ValueLayout.JAVA_INT.withName("age"),
                    MemoryLayout.paddingLayout(4));
            VarHandle id = layout.varHandle(PathElement.groupElement("id"));
            VarHandle height = layout.varHandle(PathElement.groupElement("height"));
            VarHandle age = layout.varHandle(PathElement.groupElement("age"));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment person = arena.allocate(layout);
                id.set(person, 0L, 12345);
                height.set(person, 0L, 175.5);
                age.set(person, 0L, 25);
                finish(start, (int) age.get(person, 0L) + (double) height.get(person, 0L));
            }
        }
    }
}
