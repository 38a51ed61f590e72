package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes that open, close, rename and delete one heap and its locks, and are killed: whatever one of them has
 * linked is there in the end. It takes {@code dev.ashlar.soak.seconds}.
 */
class WriterSoakTest {
    private static final long SECONDS = Long.getLong("dev.ashlar.soak.seconds", 0);
    private static final int WRITERS = 3;

    @TempDir
    private Path folder;

    private final Random random = new Random();

    @Test
    void processesThatTakeTheLockFromEachOther_loseNothing() throws Exception {
        assumeTrue(SECONDS > 0, "the soak runs with -Ddev.ashlar.soak.seconds, or -Pfuzz; it takes processes and time");
        Path heaps = Files.createDirectory(folder.resolve("heaps"));
        Path heap = heaps.resolve("heap");
        try (LinearMemory memory = LinearMemory.map(heap, 1, SoakingWriter.MAX_PAGES)) {
            LinkedListAllocator.over(memory);
        }
        String identity = SoakingWriter.identityOf(heap);
        int kills = 0;
        @Nullable Process[] writers = new Process[WRITERS];
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            // On a slow machine a process may need all that time to start.
            while (System.nanoTime() < end || !haveNoted()) {
                int which = random.nextInt(WRITERS);
                kill(writers[which]);
                kills++;
                writers[which] =
                        SoakingWriter.start(heaps, identity, folder.resolve("notes-" + which), random.nextLong());
                Thread.sleep(200 + random.nextInt(1_000));
            }
        } finally {
            for (Process writer : writers) {
                kill(writer);
            }
        }
        for (int i = 0; i < WRITERS; i++) {
            Path output = folder.resolve("notes-" + i + ".out");
            assertThat(Files.exists(output) ? Files.readString(output) : "").isEmpty();
        }
        int nodes = verify(heaps, identity);
        System.out.println("soak: seconds=" + SECONDS + " kills=" + kills + " nodes=" + nodes);
        assertThat(nodes).isPositive();
    }

    private boolean haveNoted() throws IOException {
        for (int i = 0; i < WRITERS; i++) {
            Path notes = folder.resolve("notes-" + i);
            if (Files.exists(notes) && Files.size(notes) > 0) {
                return true;
            }
        }
        return false;
    }

    private static void kill(@Nullable Process writer) throws InterruptedException {
        if (writer != null) {
            writer.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
    }

    /** Every node that was noted is in the list, which is whole: each node has the number after that of the next one. */
    private int verify(Path names, String identity) throws IOException {
        List<Path> left = SoakingWriter.names(names, identity);
        assertThat(left).isNotEmpty();
        Map<Long, Long> linked = new HashMap<>();
        try (LinearMemory memory = LinearMemory.map(left.getFirst(), 0, SoakingWriter.MAX_PAGES)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            HeapAssert.assertWhole(heap);
            long expected = -1;
            for (long node = heap.rootAddress(); node != 0; node = memory.loadI64(node)) {
                long number = memory.loadI64(node + 8);
                long mark = memory.loadI64(node + 16);
                assertThat(number).isEqualTo(expected < 0 ? number : expected);
                LiveBlocks.assertFilled(memory, node + 24, SoakingWriter.NODE_BYTE_SIZE - 24, (int) mark);
                linked.put(number, mark);
                expected = number - 1;
            }
            assertThat(expected).isLessThanOrEqualTo(0);
        }
        for (int i = 0; i < WRITERS; i++) {
            Path notes = folder.resolve("notes-" + i);
            ByteBuffer noted = ByteBuffer.wrap(Files.exists(notes) ? Files.readAllBytes(notes) : new byte[0]);
            while (noted.remaining() >= 2 * Long.BYTES) {
                long number = noted.getLong();
                assertThat(linked).containsEntry(number, noted.getLong());
            }
        }
        return linked.size();
    }
}
