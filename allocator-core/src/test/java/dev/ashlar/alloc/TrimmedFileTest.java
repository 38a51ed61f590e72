package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A heap in a file that lets go of its free end: the memory stays as it is, the file is cut when it is closed. */
class TrimmedFileTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("heap");
    }

    @Test
    void trim_cutsTheFile_whenItIsClosed_andNotBefore() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            long kept = heap.allocateAddress(100_000);
            memory.fill(kept, 0x5A, 100_000);
            heap.rootAddress(kept);
            heap.freeAddress(heap.allocateAddress(1_000_000));
            long pages = memory.pages();
            assertThat(heap.trim()).isZero();
            assertThat(memory.pages()).isEqualTo(pages);
            assertThat(heap.committedByteSize()).isEqualTo(2 * PAGE);
            HeapAssert.assertWhole(heap);
            memory.storeI64(pages * PAGE - 8, 42);
            assertThat(Files.size(file)).isGreaterThanOrEqualTo(pages * PAGE);
        }
        assertThat(Files.size(file)).isEqualTo(2 * PAGE);
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            HeapAssert.assertWhole(heap);
            assertThat(memory.span(heap.rootAddress(), 100_000).loadBytes()).containsOnly(0x5A);
            assertThat(heap.allocateAddress(1_000_000)).isPositive();
        }
    }

    /** In the interpreter and compiled: the error may come late. */
    @Test
    void close_whenTheFileWasCutShort_closes() throws IOException {
        for (int i = 0; i < 3; i++) {
            LinearMemory memory = LinearMemory.map(file, 1, 64);
            LinkedListAllocator heap = LinkedListAllocator.openOrCreate(memory);
            heap.allocateAddress(1_000);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
            memory.close();
            assertThat(memory.isClosed()).isTrue();
            LinearMemory.map(file, 1, 64).close();
            Files.delete(file);
        }
    }

    @Test
    void openOrCreate_whereNothingIsAndNothingMayBeChanged_saysSo() throws IOException {
        LinearMemory.map(file, 1, 64).close();
        try (LinearMemory memory = LinearMemory.mapReadOnly(file)) {
            assertThatExceptionOfType(HeapFormatException.class)
                    .isThrownBy(() -> LinkedListAllocator.openOrCreate(memory))
                    .withMessageStartingWith("no heap is here")
                    .withMessageEndingWith("file=" + file.toRealPath());
        }
    }

    /** A process that is killed behind trimming leaves the heap short, and the file long. */
    @Test
    void trim_ofAHeapThatEndsBeforeItsFile_cutsTheFile() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            heap.rootAddress(heap.allocateAddress(100));
            heap.freeAddress(heap.allocateAddress(1_000_000));
            heap.trim();
            Files.copy(file, directory.resolve("killed"));
        }
        file = directory.resolve("killed");
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            LinkedListAllocator.open(memory);
        }
        assertThat(Files.size(file)).isEqualTo(16 * PAGE);
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            heap.trim();
            assertThat(heap.committedByteSize()).isEqualTo(PAGE);
        }
        assertThat(Files.size(file)).isEqualTo(PAGE);
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            HeapAssert.assertWhole(heap);
            assertThat(heap.make(heap.rootAddress(), 100).length()).isEqualTo(100);
        }
    }

    @Test
    void trim_thenGrowth_keepsWhatTheHeapHasThen() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            heap.freeAddress(heap.allocateAddress(1_000_000));
            heap.trim();
            // Inside what the memory has: nothing is committed anew.
            long address = heap.allocateAddress(500_000);
            memory.fill(address, 0x5A, 500_000);
            heap.rootAddress(address);
        }
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            HeapAssert.assertWhole(heap);
            assertThat(memory.span(heap.rootAddress(), 500_000).loadBytes()).containsOnly(0x5A);
        }
    }

    @Test
    void trim_thenGrowthOfTheMemoryByOthers_cutsNothing() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            heap.freeAddress(heap.allocateAddress(1_000_000));
            heap.trim();
            assertThat(memory.grow(1)).isEqualTo(16);
            memory.storeI64(17 * PAGE - 8, 42);
        }
        assertThat(Files.size(file)).isEqualTo(17 * PAGE);
        try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
            assertThat(memory.loadI64(17 * PAGE - 8)).isEqualTo(42);
            HeapAssert.assertWhole(LinkedListAllocator.open(memory));
        }
    }

    @Test
    void trim_whereverTheLastBlockEnds_leavesAWholeHeap() throws IOException {
        for (long last = PAGE - 400; last < PAGE + 16; last += 8) {
            try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
                LinkedListAllocator heap = LinkedListAllocator.over(memory);
                heap.rootAddress(heap.allocateAddress(last));
                heap.freeAddress(heap.allocateAddress(200_000));
                heap.trim();
                HeapAssert.assertWhole(heap);
                long more = heap.allocateAddress(3_000);
                heap.freeAddress(more);
                heap.trim();
                HeapAssert.assertWhole(heap);
            }
            assertThat(Files.size(file)).as("last=%d", last).isIn(PAGE, 2 * PAGE);
            try (LinearMemory memory = LinearMemory.map(file, 1, 64)) {
                LinkedListAllocator heap = LinkedListAllocator.open(memory);
                HeapAssert.assertWhole(heap);
                assertThat(heap.make(heap.rootAddress(), last).length()).isEqualTo(last);
            }
            Files.delete(file);
        }
    }

    @Test
    void trim_ofAFixedHeap_cutsNothing() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 8, 64)) {
            LinkedListAllocator heap = LinkedListAllocator.create(memory, 0, 8 * PAGE);
            heap.allocateAddress(10);
            heap.trim();
            assertThat(heap.committedByteSize()).isEqualTo(8 * PAGE);
            HeapAssert.assertWhole(heap);
        }
        assertThat(Files.size(file)).isEqualTo(8 * PAGE);
    }
}
