package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.LinearMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that works on a heap in a file, again and again, and opens the file after each: the same one all the time, so
 * that the heap ages. {@link KillSimulationTest} goes through the moments one by one; this one shows that a real kill is
 * no worse.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("dev.ashlar.kills", 20);

    /** Every so many lives one is long enough for the optimizing compiler. */
    private static final int LIVES_PER_LONG_LIFE = 20;

    private static final long LONGEST_SHORT_LIFE_MILLIS = 25;
    private static final long LONG_LIFE_MILLIS = 500;

    @TempDir
    private Path folder;

    private final Random random = new Random();
    private long acknowledgedBlocks;

    @Test
    void open_afterAKillAtAnyMoment_findsEverythingThatWasAcknowledged() throws Exception {
        Path heap = folder.resolve("heap");
        Path acknowledgements = folder.resolve("acknowledged");
        for (int kill = 1; kill <= KILLS; kill++) {
            boolean isLong = kill % LIVES_PER_LONG_LIFE == 0;
            live(heap, acknowledgements, isLong);
            try (LinearMemory memory = LinearMemory.map(heap, 1, KilledProcess.MAX_PAGES);
                    LinearMemory acknowledged = LinearMemory.map(acknowledgements, 1, 1)) {
                assertThat(Files.size(heap)).isEqualTo(memory.byteSize());
                verify(memory, new Acknowledgements(acknowledged));
            } catch (Throwable failure) {
                Path kept = Files.createTempFile("ashlar-killed", ".heap");
                Files.write(kept, Files.readAllBytes(heap));
                throw new AssertionError("kill " + kill + ", heap as it was opened: " + kept, failure);
            }
        }
        assertThat(acknowledgedBlocks).isGreaterThan(KILLS);
    }

    private void live(Path heap, Path acknowledgements, boolean isLong) throws IOException, InterruptedException {
        String compiler = isLong ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1";
        Process process = KilledProcess.start(heap, acknowledgements, random.nextLong(), compiler);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            long millis = isLong ? LONG_LIFE_MILLIS : random.nextLong(LONGEST_SHORT_LIFE_MILLIS);
            Thread.sleep(millis, random.nextInt(1_000_000));
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
    }

    private void verify(LinearMemory memory, Acknowledgements acknowledged) {
        LinkedListAllocator allocator = LinkedListAllocator.openOrCreate(memory);
        HeapAssert.assertWhole(allocator);
        NavigableMap<Long, Long> found = LiveBlocks.of(allocator);
        takeList(memory, allocator, found);
        int underWay = -1;
        for (int entry = 0; entry < Acknowledgements.COUNT; entry++) {
            if (acknowledged.state(entry) == Acknowledgements.LIVE) {
                long address = acknowledged.address(entry);
                assertThat(found.remove(address))
                        .as("length of entry %d", entry)
                        .isEqualTo(acknowledged.length(entry));
                LiveBlocks.assertFilled(memory, address, acknowledged.length(entry), acknowledged.seed(entry));
                acknowledgedBlocks++;
            } else if (acknowledged.state(entry) != Acknowledgements.NONE) {
                assertThat(underWay).as("one operation at a time").isEqualTo(-1);
                underWay = entry;
            }
        }
        if (underWay >= 0) {
            verifyUnderWay(memory, acknowledged, underWay, found);
            acknowledged.gone(underWay);
        }
        // An allocation, a move or a pop that had not been acknowledged: one operation, one block, and one more where a
        // block was being moved.
        assertThat(found).hasSizeLessThan(underWay >= 0 ? 3 : 2);
        found.keySet().forEach(allocator::freeAddress);
    }

    /** The list from the root on: every node is live and has the number before that of its predecessor. */
    private static void takeList(LinearMemory memory, LinkedListAllocator allocator, NavigableMap<Long, Long> found) {
        long expected = 0;
        for (long node = allocator.rootAddress(); node != 0; node = memory.loadI64(node)) {
            assertThat(found.remove(node)).isEqualTo(KilledProcess.NODE_BYTE_SIZE);
            long sequence = memory.loadI64(node + 8);
            assertThat(sequence).isEqualTo(expected == 0 ? sequence : expected);
            LiveBlocks.assertFilled(memory, node + 16, KilledProcess.NODE_BYTE_SIZE - 16, (int) sequence);
            expected = sequence - 1;
        }
        assertThat(expected).isZero();
    }

    /** The block that was being freed or resized: as before, or as after. */
    private static void verifyUnderWay(
            LinearMemory memory, Acknowledgements acknowledged, int entry, NavigableMap<Long, Long> found) {
        long address = acknowledged.address(entry);
        long length = acknowledged.length(entry);
        boolean isResize = acknowledged.state(entry) == Acknowledgements.RESIZING;
        long newLength = isResize ? acknowledged.newLength(entry) : length;
        Long now = found.get(address);
        if (now != null) {
            assertThat(now).isIn(length, newLength);
            LiveBlocks.assertFilled(memory, address, Math.min(now, length), acknowledged.seed(entry));
        } else if (isResize) {
            assertThat(found.values()).containsExactly(newLength);
            LiveBlocks.assertFilled(memory, found.firstKey(), Math.min(newLength, length), acknowledged.seed(entry));
        }
    }
}
