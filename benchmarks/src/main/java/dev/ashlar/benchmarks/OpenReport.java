package dev.ashlar.benchmarks;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Prints how long it takes to open a heap of 1 GiB in a file whose process was killed, by the number of its blocks, which were
 * of one size and filled it; then a tenth became shorter ones.
 *
 * <p>The first opening is that of a new JVM; warm the least of those that follow in it. The file is in the page cache. Mapping
 * reads it for holes the first time, after the kill.
 */
final class OpenReport {
    private static final long BYTE_SIZE = 1L << 30;
    private static final int[] BLOCKS = {10_000, 100_000, 1_000_000};
    private static final int WARM = 5;

    private OpenReport() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments.length) {
            case 2 -> fill(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            case 1 -> open(Path.of(arguments[0]));
            default -> report();
        }
    }

    private static void report() throws IOException, InterruptedException {
        System.out.println(
                "| blocks of a heap of 1 GiB | map | open | map, warm | open, warm | open, warm, each block |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (int blocks : BLOCKS) {
            Path folder = Files.createTempDirectory("ashlar-open-report");
            Path heap = folder.resolve("heap");
            try {
                Process killed = start(heap.toString(), Integer.toString(blocks));
                killed.inputReader(StandardCharsets.UTF_8).readLine();
                killed.destroyForcibly().waitFor();
                Process opening = start(heap.toString());
                String answer = Objects.requireNonNull(
                        opening.inputReader(StandardCharsets.UTF_8).readLine());
                opening.waitFor();
                double[] millis = Arrays.stream(answer.split(" "))
                        .mapToDouble(nanos -> Long.parseLong(nanos) / 1e6)
                        .toArray();
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %.0f ms | %.0f ms | %.1f ms | %.1f ms | %.0f ns |%n",
                        blocks,
                        millis[0],
                        millis[1],
                        millis[2],
                        millis[3],
                        millis[3] * 1e6 / blocks);
            } finally {
                Files.deleteIfExists(heap);
                Files.deleteIfExists(folder.resolve("heap.lock"));
                Files.delete(folder);
            }
        }
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                OpenReport.class.getName());
        for (String argument : arguments) {
            java.command().add(argument);
        }
        return java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Fills a heap, says so, and goes on changing it until it is killed. */
    @SuppressWarnings("InfiniteLoopStatement") // the parent ends it
    private static void fill(Path file, int blocks) throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, BYTE_SIZE / LinearMemory.PAGE_BYTE_SIZE, 32_768)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            Random random = new Random(1);
            long length = BYTE_SIZE / blocks - 32;
            long[] addresses = new long[blocks];
            for (int i = 0; i < blocks; i++) {
                addresses[i] = allocator.allocateAddress(length);
            }
            for (int i = 0; i < blocks / 10; i++) {
                int index = random.nextInt(blocks);
                allocator.freeAddress(addresses[index]);
                addresses[index] =
                        i % 2 == 0 ? allocator.allocateAddress(length / 2) : allocator.allocateAddress(1 + i % 500);
            }
            System.out.println("full");
            while (true) {
                int index = random.nextInt(blocks);
                addresses[index] = allocator.reallocateAddress(addresses[index], 1L + random.nextLong(length));
            }
        }
    }

    /** Prints what mapping and opening took first, and then the least of both. */
    private static void open(Path file) throws IOException {
        long[] nanos = {0, 0, Long.MAX_VALUE, Long.MAX_VALUE};
        for (int i = 0; i <= WARM; i++) {
            long start = System.nanoTime();
            try (LinearMemory memory = LinearMemory.map(file, 1, 32_768)) {
                long mapped = System.nanoTime();
                LinkedListAllocator.open(memory);
                long opened = System.nanoTime();
                if (i == 0) {
                    nanos[0] = mapped - start;
                    nanos[1] = opened - mapped;
                } else {
                    nanos[2] = Math.min(nanos[2], mapped - start);
                    nanos[3] = Math.min(nanos[3], opened - mapped);
                }
            }
        }
        System.out.println(Arrays.stream(nanos).mapToObj(Long::toString).collect(Collectors.joining(" ")));
    }
}
