package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory that no block needs goes back to the operating system: with native access, in a JVM of its own. */
class TrimTest {
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Xms128m",
            "-Xmx128m",
            "-XX:+AlwaysPreTouch",
            "-XX:TieredStopAtLevel=1");

    @ParameterizedTest
    @ValueSource(strings = {"linked", "shared"})
    void trim_afterAPeak_givesBackWhatIsFreeInWholePages(String kind) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "RSS is read from /proc, which only Linux has");
        long[] printed = numbers(ChildJvm.run(TrimmedHeap.class, FLAGS, kind));
        long before = printed[0];
        long after = printed[1];
        long given = printed[2];
        long free = printed[3];
        long resident = printed[4];
        long residentAfter = printed[5];
        assertThat(resident).isBetween(300L << 20, before);
        assertThat(free).isGreaterThan(250L << 20);
        assertThat(before - after)
                .as("before=%d after=%d free=%d", before, after, free)
                .isGreaterThan(free / 10 * 8);
        assertThat(given).isGreaterThan(free / 10 * 8);
        assertThat(residentAfter).isLessThan(resident - free / 10 * 8);
    }

    @Test
    void trim_whileThreadsUseTheHeap_losesNothing() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "only tried where pages are given back for sure");
        assertThat(numbers(ChildJvm.run(TrimmedInUse.class, FLAGS))).hasSize(2).doesNotContain(0);
    }

    @Test
    void trim_whereNothingCanBeGivenBack_isNone_andChangesNothing(@TempDir Path directory) throws IOException {
        try (LinearMemory memory = LinearMemory.createOnHeap(4);
                LinearMemory file = LinearMemory.map(directory.resolve("heap"), 4, 8)) {
            LinkedListAllocator onHeap = LinkedListAllocator.over(memory);
            LinkedListAllocator inFile = LinkedListAllocator.over(file);
            for (LinkedListAllocator allocator : List.of(onHeap, inFile)) {
                long kept = allocator.allocateAddress(5_000);
                allocator.freeAddress(allocator.allocateAddress(100_000));
                HeapMap before = allocator.map();
                assertThat(allocator.trim()).isZero();
                if (allocator == onHeap) {
                    assertThat(allocator.map().areas()).isEqualTo(before.areas());
                    assertThat(allocator.committedByteSize()).isEqualTo(4 * LinearMemory.PAGE_BYTE_SIZE);
                }
                allocator.freeAddress(kept);
            }
        }
        try (LinearMemory memory = LinearMemory.createOnHeap(4)) {
            assertThat(SharedAllocator.over(memory).trim()).isZero();
            assertThat(memory.residentByteSize()).isEqualTo(-1);
        }
    }

    @Test
    void trim_whenTheMemoryIsClosedOrReadOnly_isRefused(@TempDir Path directory) throws IOException {
        LinearMemory memory = LinearMemory.create(4);
        LinkedListAllocator linked = LinkedListAllocator.create(memory, 0, LinearMemory.PAGE_BYTE_SIZE);
        SharedAllocator shared = SharedAllocator.create(memory, LinearMemory.PAGE_BYTE_SIZE);
        memory.close();
        assertThatIllegalStateException().isThrownBy(linked::trim).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(shared::trim).withMessageContaining("closed");
        try (LinearMemory file = LinearMemory.map(directory.resolve("heap"), 4, 8)) {
            LinkedListAllocator.over(file).allocateAddress(10);
        }
        try (LinearMemory file = LinearMemory.mapReadOnly(directory.resolve("heap"))) {
            LinkedListAllocator readOnly = LinkedListAllocator.open(file);
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(readOnly::trim);
        }
    }

    private static long[] numbers(String printed) {
        try (Scanner scanner = new Scanner(printed)) {
            return scanner.tokens().mapToLong(Long::parseLong).toArray();
        }
    }
}
