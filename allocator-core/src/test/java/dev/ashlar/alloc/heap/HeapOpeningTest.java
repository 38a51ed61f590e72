package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.alloc.HeapAssert;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.LiveBlocks;
import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heaps in files, closed and opened: what is found again, and what is refused. */
class HeapOpeningTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() throws IOException {
        file = folder.toRealPath().resolve("heap");
    }

    @Test
    void open_findsEveryBlockWithItsContents_andTheRoot() throws IOException {
        NavigableMap<Long, Long> before = new TreeMap<>();
        long used;
        try (LinearMemory memory = map()) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            Random random = new Random(1);
            for (int i = 0; i < 3_000; i++) {
                long length = 1L + random.nextInt(1 << random.nextInt(1, 12));
                long address = allocator.allocateAddress(length, 1L << random.nextInt(9));
                LiveBlocks.fill(memory, address, length, (int) address);
                before.put(address, length);
                if (random.nextBoolean()) {
                    allocator.freeAddress(before.pollFirstEntry().getKey());
                }
            }
            allocator.rootAddress(before.lastKey());
            used = allocator.usedByteSize();
        }
        try (LinearMemory memory = map()) {
            LinkedListAllocator allocator = LinkedListAllocator.open(memory);
            HeapAssert.assertWhole(allocator);
            assertThat(LiveBlocks.of(allocator)).isEqualTo(before);
            assertThat(allocator.rootAddress()).isEqualTo(before.lastKey());
            assertThat(allocator.usedByteSize()).isEqualTo(used);
            assertThat(allocator.committedByteSize()).isEqualTo(memory.byteSize());
            before.forEach((address, length) -> {
                LiveBlocks.assertFilled(memory, address, length, address.intValue());
                allocator.make(address, length).free();
            });
            HeapAssert.assertAllFree(allocator);
        }
    }

    @Test
    void open_thenAllocating_neverHandsOutWhatIsLive() throws IOException {
        new HeapFile(allocator -> {
                    for (int i = 0; i < 500; i++) {
                        allocator.allocateAddress(1 + i % 300);
                        allocator.allocateAddress(600 + i);
                    }
                    for (long address : LiveBlocks.of(allocator).keySet()) {
                        if (address % 3 == 0) {
                            allocator.freeAddress(address);
                        }
                    }
                })
                .opened(allocator -> {
                    NavigableMap<Long, Long> live = LiveBlocks.of(allocator);
                    for (int i = 0; i < 2_000; i++) {
                        assertThat(live.put(allocator.allocateAddress(1 + i % 900), 1L + i % 900))
                                .isNull();
                    }
                    assertThat(LiveBlocks.of(allocator)).isEqualTo(live);
                    HeapAssert.assertWhole(allocator);
                });
    }

    @Test
    void open_atABase_findsTheHeap_growingOrFixed() throws IOException {
        try (LinearMemory memory = map()) {
            memory.grow(3);
            LinkedListAllocator fixed = LinkedListAllocator.create(memory, 1_003, PAGE);
            LinkedListAllocator growing = LinkedListAllocator.create(memory, 2 * PAGE + 5);
            fixed.rootAddress(fixed.allocateAddress(100));
            growing.rootAddress(growing.allocateAddress(10 * PAGE));
        }
        try (LinearMemory memory = map()) {
            LinkedListAllocator fixed = LinkedListAllocator.open(memory, 1_003);
            LinkedListAllocator growing = LinkedListAllocator.open(memory, 2 * PAGE + 5);
            HeapAssert.assertWhole(fixed);
            HeapAssert.assertWhole(growing);
            assertThat(fixed.rootAddress()).isBetween(1_003L, PAGE);
            assertThat(growing.rootAddress()).isGreaterThan(2 * PAGE);
            assertThat(fixed.tryAllocate(2 * PAGE)).isNull();
            assertThat(growing.allocate(10 * PAGE).length()).isEqualTo(10 * PAGE);
            assertThatExceptionOfType(HeapFormatException.class).isThrownBy(() -> LinkedListAllocator.open(memory, 16));
        }
    }

    @Test
    void over_ofAFileThatHoldsAHeap_isRefused_andTheHeapIsAsBefore() throws IOException {
        HeapFile heap = new HeapFile(allocator -> allocator.rootAddress(allocator.allocateAddress(50)));
        try (LinearMemory memory = map()) {
            String refused = "file holds a heap already: open it, or delete the file to start anew: file=" + file;
            assertThatIllegalStateException()
                    .isThrownBy(() -> LinkedListAllocator.over(memory))
                    .withMessageStartingWith(refused);
            assertThatIllegalStateException()
                    .isThrownBy(() -> LinkedListAllocator.create(memory, 0, PAGE))
                    .withMessageStartingWith(refused);
        }
        heap.opened(allocator -> assertThat(allocator.rootAddress()).isPositive());
    }

    @Test
    void openOrCreate_makesAHeapInANewFile_andOpensItAfterwards() throws IOException {
        for (int runs = 0; runs < 3; runs++) {
            try (LinearMemory memory = LinearMemory.map(file, 0, 10)) {
                LinkedListAllocator allocator = LinkedListAllocator.openOrCreate(memory);
                assertThat(LiveBlocks.of(allocator)).hasSize(runs);
                allocator.allocateAddress(10);
            }
        }
    }

    @Test
    void openOrCreate_ofAForeignFile_isRefused_andTheFileIsAsBefore() throws IOException {
        byte[] foreign = new byte[(int) PAGE];
        foreign[20] = 1;
        Files.write(file, foreign);
        try (LinearMemory memory = map()) {
            assertThatExceptionOfType(HeapFormatException.class)
                    .isThrownBy(() -> LinkedListAllocator.openOrCreate(memory))
                    .withMessage("no heap is here; the memory or file holds something else: address=0 file=" + file);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(foreign);
    }

    @Test
    void open_ofAnEmptyFile_saysThatItIsTooShort() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 0, 1)) {
            assertThatExceptionOfType(HeapFormatException.class)
                    .isThrownBy(() -> LinkedListAllocator.open(memory))
                    .withMessage("too short for a heap: address=0 memoryByteSize=0 file=" + file);
        }
    }

    @Test
    void open_ofANewerFormat_namesTheVersions() throws IOException {
        HeapFile heap = new HeapFile(allocator -> allocator.allocateAddress(1));
        try (LinearMemory memory = map()) {
            memory.storeI32(8, 3);
        }
        assertThat(heap.refusal()).startsWith("heap of a newer format").endsWith("version=3 known=2 file=" + file);
    }

    @Test
    void open_ofAnOlderFormat_namesTheVersions() throws IOException {
        HeapFile heap = new HeapFile(allocator -> allocator.allocateAddress(1));
        try (LinearMemory memory = map()) {
            memory.storeI32(8, 1);
        }
        assertThat(heap.refusal()).startsWith("heap of an older format").endsWith("version=1 known=2 file=" + file);
    }

    @Test
    void open_ofAFileCutShort_saysSo() throws IOException {
        HeapFile heap = new HeapFile(allocator -> allocator.allocateAddress(5 * PAGE));
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(2 * PAGE);
        }
        assertThat(heap.refusal()).startsWith("heap is cut short").contains("memoryByteSize=131072 file=" + file);
    }

    @Test
    void open_ofADamagedHeader_saysWhere_andChangesNothing() throws IOException {
        HeapFile heap = new HeapFile(allocator -> {
            allocator.allocateAddress(1_000);
            allocator.allocateAddress(1_000);
        });
        try (LinearMemory memory = map()) {
            memory.storeI8(BlockFormat.PREAMBLE_BYTE_SIZE + 1_008 + 7, 0);
        }
        byte[] before = Files.readAllBytes(file);
        assertThat(heap.refusal()).startsWith("heap is damaged: I2, no header: address=1080 found=0x");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    /** As a kill in the middle of the free leaves it, but for the note that something was under way. */
    @Test
    void open_whenALiveBitIsGoneAndNothingWasUnderWay_isRefused() throws IOException {
        HeapFile heap = new HeapFile(allocator -> {
            allocator.allocateAddress(1_000);
            allocator.allocateAddress(1_000);
        });
        try (LinearMemory memory = map()) {
            memory.storeI64(BlockFormat.PREAMBLE_BYTE_SIZE, BlockFormat.freeWord(1_008));
        }
        assertThat(heap.refusal()).startsWith("heap is damaged: I6");
    }

    @Test
    void open_ofAHeapThatWasNotKept_isRefused() {
        try (LinearMemory memory = LinearMemory.createOnHeap(1, 1);
                LinearMemory copy = LinearMemory.createOnHeap(1, 1)) {
            LinkedListAllocator.over(memory).allocateAddress(20);
            copy.whole().storeBytes(memory.whole().loadBytes());
            assertThatExceptionOfType(HeapFormatException.class)
                    .isThrownBy(() -> LinkedListAllocator.open(copy))
                    .withMessageContaining("not persistent");
        }
    }

    @Test
    void open_afterARefusal_leavesTheMemoryToOthers() throws IOException {
        try (LinearMemory memory = map()) {
            assertThatExceptionOfType(HeapFormatException.class).isThrownBy(() -> LinkedListAllocator.open(memory));
            LinkedListAllocator.over(memory).allocateAddress(10);
        }
        try (LinearMemory memory = map()) {
            memory.storeI8(memory.byteSize() - 1, 0);
            assertThatExceptionOfType(HeapFormatException.class).isThrownBy(() -> LinkedListAllocator.open(memory));
            memory.storeI64(0, 0);
            LinkedListAllocator.over(memory);
        }
    }

    @Test
    void rootAddress_ofWhatIsNoLiveBlock_isRefused() throws IOException {
        try (LinearMemory memory = map()) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            assertThat(allocator.rootAddress()).isZero();
            Memory block = allocator.allocate(100);
            assertThatIllegalStateException()
                    .isThrownBy(() -> allocator.rootAddress(block.offset() + 16))
                    .withMessageStartingWith(
                            "root is not a live block; set it to the address of one, or to 0 for none: address="
                                    + (block.offset() + 16));
            assertThat(allocator.rootAddress()).isZero();
            allocator.rootAddress(block.offset());
            assertThat(allocator.rootAddress()).isEqualTo(block.offset());
            block.free();
            assertThatIllegalStateException().isThrownBy(allocator::rootAddress);
            allocator.rootAddress(0);
            assertThat(allocator.rootAddress()).isZero();
        }
    }

    @Test
    void open_ofAMemoryForReading_reads_andRefusesEveryChange() throws IOException {
        new HeapFile(allocator -> {
            Memory small = allocator.allocate(40);
            small.storeI64(0, 42);
            allocator.rootAddress(small.offset());
            allocator.allocateAddress(40);
            allocator.freeAddress(allocator.allocateAddress(5_000));
            allocator.allocateAddress(1_000);
            allocator.flush();
        });
        byte[] before = Files.readAllBytes(file);
        try (LinearMemory memory = LinearMemory.mapReadOnly(file)) {
            LinkedListAllocator allocator = LinkedListAllocator.open(memory);
            NavigableMap<Long, Long> live = LiveBlocks.of(allocator);
            long small = allocator.rootAddress();
            long large = live.lastKey();
            assertThat(live).hasSize(3).containsEntry(small, 40L).containsEntry(large, 1_000L);
            assertThat(allocator.stats().liveBlocks()).isEqualTo(3);
            Memory handle = allocator.make(small, 40);
            assertThat(handle.loadI64(0)).isEqualTo(42);

            assertReadOnly(() -> handle.storeI64(0, 1));
            assertReadOnlyHeap(() -> allocator.allocate(40));
            assertReadOnlyHeap(() -> allocator.tryAllocate(5_000));
            assertReadOnlyHeap(() -> allocator.allocateAddress(3));
            assertReadOnlyHeap(() -> allocator.allocateAddress(100 * PAGE));
            assertReadOnlyHeap(handle::free);
            assertReadOnlyHeap(() -> handle.reallocate(10));
            assertReadOnlyHeap(() -> allocator.freeAddress(large));
            assertReadOnlyHeap(() -> allocator.reallocateAddress(large, 999));
            assertReadOnlyHeap(() -> allocator.reallocateAddress(large, 500));
            assertReadOnlyHeap(() -> allocator.reallocateAddress(large, 100 * PAGE));
            assertReadOnlyHeap(() -> allocator.reallocateAddress(small, 600));
            assertReadOnlyHeap(() -> allocator.rootAddress(large));
            assertReadOnlyHeap(() -> allocator.rootAddress(large + 16));
            allocator.flush();

            HeapAssert.assertWhole(allocator);
            assertThat(LiveBlocks.of(allocator)).isEqualTo(live);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private LinearMemory map() throws IOException {
        return LinearMemory.map(file, 1, 1_000);
    }

    private void assertReadOnlyHeap(Runnable change) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(change::run)
                .withMessageContaining("heap is read-only")
                .withMessageEndingWith("file=" + file);
    }

    private static void assertReadOnly(Runnable change) {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change::run);
    }

    /** A file with a heap that was made, worked on and closed. */
    private final class HeapFile {
        HeapFile(Consumer<LinkedListAllocator> work) throws IOException {
            try (LinearMemory memory = map()) {
                work.accept(LinkedListAllocator.over(memory));
            }
        }

        void opened(Consumer<LinkedListAllocator> work) throws IOException {
            try (LinearMemory memory = map()) {
                work.accept(LinkedListAllocator.open(memory));
            }
        }

        /** The message with which opening it is refused. */
        String refusal() throws IOException {
            try (LinearMemory memory = map()) {
                LinkedListAllocator.open(memory);
                throw new AssertionError("opened: " + file);
            } catch (HeapFormatException refused) {
                return String.valueOf(refused.getMessage());
            }
        }
    }
}
