package dev.ashlar.tests.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.Memory;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ring in a file between processes, whose producers are killed again and again. */
@Timeout(120)
class RingProcessTest {
    private static final int KILLS = Integer.getInteger("dev.ashlar.kills", 4);
    private static final int CAPACITY = 64;

    private final Random random = new Random();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void structs_ofKilledProducers_arriveOnceAndInOrder(int producers) throws Exception {
        Path file = folder.resolve("ring");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), QuoteRing.byteSize(CAPACITY) - 1);
        }
        try (Arena arena = Arena.ofConfined()) {
            Memory memory = QuoteProducer.map(file, arena);
            QuoteRing ring =
                    producers == 1 ? QuoteRing.create(memory, CAPACITY) : QuoteRing.createShared(memory, CAPACITY);
            long arrived = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                arrived += live(file, ring, producers);
                // The next consumer is another process, too, as far as the ring can tell.
                ring = QuoteRing.open(memory);
            }
            assertThat(arrived).isGreaterThan(KILLS);
        }
    }

    private long live(Path file, QuoteRing ring, int producers) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        long[] next = new long[producers];
        try {
            for (int producer = 0; producer < producers; producer++) {
                processes.add(start(file, producer));
            }
            for (Process each : processes) {
                BufferedReader output = each.inputReader(StandardCharsets.UTF_8);
                assertThat(output.readLine()).isEqualTo("ready");
            }
            long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(random.nextInt(50_000));
            while (System.nanoTime() < end) {
                poll(ring, next);
            }
        } finally {
            for (Process each : processes) {
                each.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
            }
        }
        while (poll(ring, next) || (ring.isStalled() && ring.skip())) {
            // What they had published is there, and what they had claimed is skipped.
        }
        assertThat(ring.isEmpty()).isTrue();
        return Arrays.stream(next).sum();
    }

    private static boolean poll(QuoteRing ring, long[] next) {
        Quote quote = ring.poll();
        if (quote == null) {
            return false;
        }
        long number = next[quote.producer()]++;
        assertThat(quote).isEqualTo(new Quote(number, quote.producer(), number * 0.5, (int) (number & 0xFF)));
        return true;
    }

    private static Process start(Path file, int producer) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        QuoteProducer.class.getName(),
                        file.toString(),
                        Integer.toString(producer))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
