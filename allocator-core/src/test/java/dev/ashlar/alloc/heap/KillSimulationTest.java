package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ashlar.alloc.HeapAssert;
import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills between any two stores, in this process. The seed is new in every run; {@code -Ddev.ashlar.kill.seed=…} repeats
 * it.
 */
class KillSimulationTest {
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.kill.operations", 300);

    @TempDir
    private Path folder;

    @Test
    void open_afterAKillBeforeAnyStore_findsAWholeHeapWithEverythingThatHadReturned() throws IOException {
        simulate(8, 40);
    }

    @Test
    void open_afterAKillInANearlyFullHeap_findsAWholeHeapWithEverythingThatHadReturned() throws IOException {
        simulate(1, 60);
    }

    private void simulate(long maxPages, int mostLive) throws IOException {
        long seed = Long.getLong("dev.ashlar.kill.seed", new Random().nextLong());
        Path file = folder.resolve("heap");
        try (LinearMemory memory = LinearMemory.map(file, 1, maxPages)) {
            LinkedListAllocator.over(memory);
        }
        try (LinearMemory memory = LinearMemory.map(file, 1, maxPages)) {
            long kills = new KillSimulation(seed, memory, mostLive).run(OPERATIONS);
            System.out.println("-Ddev.ashlar.kill.seed=" + seed + " kills=" + kills);
            assertThat(kills).isGreaterThan(OPERATIONS);
        } catch (Throwable failure) {
            fail("-Ddev.ashlar.kill.seed=" + seed, failure);
        }
    }

    @Test
    void openOrCreate_afterAKillWhileTheHeapWasMade_makesOrOpensIt() {
        List<byte[]> left = new ArrayList<>();
        try (LinearMemory memory = LinearMemory.createOnHeap(1, 1)) {
            RecordingJournal journal =
                    new RecordingJournal(memory, () -> left.add(memory.whole().loadBytes()));
            LinkedListAllocator ignored = Inside.over(memory, claim -> {
                Heap heap = new Heap(Objects.requireNonNull(HeapExtent.of(claim)), journal);
                heap.large().writeEmpty();
                return heap;
            });
            left.add(memory.whole().loadBytes());
            assertThat(HeapChecker.check(ignored)).isEmpty();
        }
        assertThat(left).hasSizeGreaterThan(8);
        for (byte[] bytes : left) {
            try (LinearMemory copy = LinearMemory.createOnHeap(1, 1)) {
                copy.whole().storeBytes(0, bytes);
                HeapAssert.assertAllFree(LinkedListAllocator.openOrCreate(copy));
            }
        }
    }
}
