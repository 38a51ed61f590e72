package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.MapOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way in which a second writer can come to a heap that another process has open: it is refused, or the first one stops
 * within one operation. The first one never grows its memory and never flushes it.
 */
class WriterLockTest {
    private static final int BLOCKS = 500;

    @TempDir
    private Path folder;

    private Path file;
    private Path sibling;

    private record Block(long length, int seed) {}

    @BeforeEach
    void name() {
        file = folder.resolve("heap");
        sibling = folder.resolve("heap.lock");
    }

    @Test
    void map_whenOtherCodeOfTheFirstProcessHasClosedTheLock_isRefused() throws IOException {
        assertRefused(first -> {
            assertThat(first.tell("touch " + sibling)).startsWith("bytes=");
            return file;
        });
    }

    @Test
    void map_whenTheLockWasDeleted_isRefused() throws IOException {
        assertRefused(first -> {
            Files.delete(sibling);
            return file;
        });
    }

    @Test
    void map_whenTheFileWasRenamedAndAnotherOneStandsThere_isRefused() throws IOException {
        assertRefused(first -> {
            Path renamed = Files.move(file, folder.resolve("renamed"));
            Files.createFile(file);
            return renamed;
        });
    }

    @Test
    void map_byAHardLink_isRefused() throws IOException {
        assertRefused(first -> Files.createLink(folder.resolve("hard"), file));
    }

    @Test
    void map_byAHardLink_afterTheFirstProcessHasReadTheFileByTheLibrary_isRefused() throws IOException {
        assertRefused(first -> {
            for (int i = 0; i < 3; i++) {
                assertThat(first.tell("read " + file)).startsWith("pages=" + FirstWriter.MAX_PAGES + " byteSize=");
            }
            return Files.createLink(folder.resolve("hard"), file);
        });
    }

    /** The file is mapped for writing by the name that is returned, while the first writer works, and by it thereafter. */
    private void assertRefused(Second second) throws IOException {
        Path name;
        try (FirstWriter first = started()) {
            name = second.nameAfter(first);
            for (int i = 0; i < 3; i++) {
                assertThatIOException()
                        .isThrownBy(() -> LinearMemory.map(name, 0, FirstWriter.MAX_PAGES))
                        .withMessageContaining("another ")
                        .withMessageContaining("mapped")
                        .withMessageContaining(name.toString());
            }
            assertThat(first.tell("stop")).isEqualTo("operations after the other one came: 0, ended by: null");
            assertThat(first.tell("close")).isEqualTo("closed");
        }
        try (LinearMemory memory = LinearMemory.map(name, 0, FirstWriter.MAX_PAGES)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            HeapAssert.assertWhole(heap);
            assertNodes(memory, heap);
        }
    }

    /** Makes way for a second writer, and tells the name by which it is to come. */
    private interface Second {
        Path nameAfter(FirstWriter first) throws IOException;
    }

    @Test
    void open_whenTheFirstProcessHasLostBothLocks_stopsTheFirstWriter() throws IOException {
        try (FirstWriter first = started()) {
            loseBothLocks(first);
            try {
                assertStopsTheFirst(first, file);
            } catch (IOException refused) {
                assumeTrue(false, "this system keeps a lock when the file is closed elsewhere: " + refused);
            }
        }
    }

    @Test
    void open_whenTheFileWasClosedAndTheLockDeleted_stopsTheFirstWriter() throws IOException {
        try (FirstWriter first = started()) {
            loseBothLocks(first);
            Files.delete(sibling);
            assertStopsTheFirst(first, file);
        }
    }

    @Test
    void open_whenTheFileWasClosedAndRenamed_stopsTheFirstWriter() throws IOException {
        try (FirstWriter first = started()) {
            loseBothLocks(first);
            Path renamed = folder.resolve("renamed");
            Files.move(file, renamed);
            Files.createFile(file);
            assertStopsTheFirst(first, renamed);
        }
    }

    @Test
    void open_byAHardLink_whenTheFileWasClosed_stopsTheFirstWriter() throws IOException {
        try (FirstWriter first = started()) {
            loseBothLocks(first);
            assertStopsTheFirst(first, Files.createLink(folder.resolve("hard"), file));
        }
    }

    /** Lets other code of the first process open and close the file and its lock, as a backup does. */
    private void loseBothLocks(FirstWriter first) throws IOException {
        assertThat(first.tell("touch " + sibling)).startsWith("bytes=");
        assertThat(first.tell("touch " + file)).startsWith("bytes=");
    }

    /** Maps the file for a second writer, without filling holes: what the first one stores meanwhile could be lost. */
    private static LinearMemory mapped(Path name) throws IOException {
        return LinearMemory.map(name, 0, FirstWriter.MAX_PAGES, MapOption.ASSUME_ALLOCATED);
    }

    @Test
    void open_afterTheFirstWriterHasGrownTheFileSinceItWasMapped_hasTheGrowth() throws IOException {
        try (FirstWriter first = started(1)) {
            loseBothLocks(first);
            Path hard = Files.createLink(folder.resolve("hard"), file);
            try (LinearMemory memory = LinearMemory.map(hard, 0, FirstWriter.MAX_PAGES)) {
                long pages = memory.pages();
                long large = Long.parseLong(first.tell("grow"));
                assertThat(Long.parseLong(first.tell("pages"))).isGreaterThan(pages);
                assertThat(memory.pages()).isEqualTo(pages);
                LinkedListAllocator heap = LinkedListAllocator.open(memory);
                assertThat(memory.pages()).isEqualTo(Long.parseLong(first.tell("pages")));
                LiveBlocks.assertFilled(memory, large, FirstWriter.LARGE_BYTE_SIZE, FirstWriter.LARGE_SEED);
                heap.allocateAddress(2 * LinearMemory.PAGE_BYTE_SIZE);
                assertThat(Files.size(file)).isEqualTo(memory.byteSize());
                assertThat(first.tell("close")).isEqualTo("closed");
                HeapAssert.assertWhole(heap);
                assertNodes(memory, heap);
            }
        }
        try (LinearMemory memory = LinearMemory.map(file, 0, FirstWriter.MAX_PAGES)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            HeapAssert.assertWhole(heap);
            assertNodes(memory, heap);
        }
    }

    @Test
    void map_whileTheFirstWriterGrowsTheFile_cutsNothingOff() throws Exception {
        try (FirstWriter first = started(1)) {
            loseBothLocks(first);
            Path hard = Files.createLink(folder.resolve("hard"), file);
            AtomicBoolean isDone = new AtomicBoolean();
            FutureTask<Integer> mapping = new FutureTask<>(() -> {
                int maps = 0;
                for (; !isDone.get(); maps++) {
                    // Its lock stays behind, so that each of these comes like a writer that knows of no other one.
                    LinearMemory.map(hard, 0, FirstWriter.MAX_PAGES, MapOption.ASSUME_ALLOCATED)
                            .close();
                }
                return maps;
            });
            Thread mapper = Thread.ofPlatform().start(mapping);
            List<Long> large = new ArrayList<>();
            for (int i = 0; i < FirstWriter.MAX_PAGES - 4; i++) {
                large.add(Long.parseLong(first.tell("grow")));
            }
            isDone.set(true);
            mapper.join();
            assertThat(mapping.get()).isPositive();
            long pages = Long.parseLong(first.tell("pages"));
            assertThat(Files.size(file)).isEqualTo(pages * LinearMemory.PAGE_BYTE_SIZE);
            assertThat(first.tell("close")).isEqualTo("closed");
            try (LinearMemory memory = LinearMemory.map(file, 0, FirstWriter.MAX_PAGES)) {
                LinkedListAllocator heap = LinkedListAllocator.open(memory);
                HeapAssert.assertWhole(heap);
                assertNodes(memory, heap);
                for (long address : large) {
                    LiveBlocks.assertFilled(memory, address, FirstWriter.LARGE_BYTE_SIZE, FirstWriter.LARGE_SEED);
                }
            }
        }
    }

    @Test
    void close_ofTheFirstWriter_whichHasTrimmedItsHeap_leavesTheFileToTheSecondOne() throws IOException {
        try (FirstWriter first = started(1)) {
            assertThat(first.tell("trim " + first.tell("grow"))).isEqualTo("trimmed");
            loseBothLocks(first);
            Path hard = Files.createLink(folder.resolve("hard"), file);
            try (LinearMemory memory = LinearMemory.map(hard, 0, FirstWriter.MAX_PAGES)) {
                LinkedListAllocator heap = LinkedListAllocator.open(memory);
                long byteSize = memory.byteSize();
                long large = heap.allocateAddress(FirstWriter.LARGE_BYTE_SIZE);
                LiveBlocks.fill(memory, large, FirstWriter.LARGE_BYTE_SIZE, 5);
                assertThat(memory.byteSize()).isEqualTo(byteSize);
                assertThat(first.tell("close")).isEqualTo("closed");
                assertThat(Files.size(file)).isEqualTo(byteSize);
                LiveBlocks.assertFilled(memory, large, FirstWriter.LARGE_BYTE_SIZE, 5);
                HeapAssert.assertWhole(heap);
                assertNodes(memory, heap);
            }
        }
    }

    @Test
    void map_afterTheFirstProcessHasTriedOtherNamesAndReadTheFile_isRefused() throws IOException {
        try (FirstWriter first = started()) {
            Path hard = Files.createLink(folder.resolve("hard"), file);
            Path link = Files.createSymbolicLink(folder.resolve("link"), file);
            Path lockOfOther = Files.createLink(folder.resolve("other.lock"), sibling);
            for (Path name : new Path[] {file, hard, link, folder.resolve("other"), sibling, lockOfOther}) {
                assertThat(first.tell("map " + name)).contains("this process").doesNotContain("mapped\n");
            }
            for (Path name : new Path[] {file, hard, link}) {
                assertThat(first.tell("read " + name)).startsWith("pages=" + FirstWriter.MAX_PAGES + " byteSize=");
            }
            for (Path name : new Path[] {file, link, folder.resolve("other")}) {
                assertThatIOException()
                        .isThrownBy(() -> LinearMemory.map(name, 0, FirstWriter.MAX_PAGES))
                        .withMessageContaining("another process");
            }
            assertThat(first.tell("stop")).isEqualTo("operations after the other one came: 0, ended by: null");
            assertThat(first.tell("close")).isEqualTo("closed");
        }
        try (LinearMemory memory = LinearMemory.map(file, 0, FirstWriter.MAX_PAGES)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            HeapAssert.assertWhole(heap);
            assertNodes(memory, heap);
        }
    }

    @Test
    void open_ofAHeapThatIsRefused_leavesTheNumberOfTheWriterAsItWas() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 1, 1)) {
            LinkedListAllocator heap = LinkedListAllocator.openOrCreate(memory);
            long block = heap.allocateAddress(2_000);
            long header = memory.loadI64(block - 8);
            memory.storeI64(block - 8, 0);
            Path copy = folder.resolve("copy");
            Files.copy(file, copy);
            byte[] before = Files.readAllBytes(copy);
            try (LinearMemory damaged = LinearMemory.map(copy, 1, 1)) {
                assertThatExceptionOfType(HeapFormatException.class)
                        .isThrownBy(() -> LinkedListAllocator.open(damaged))
                        .withMessageContaining("damaged");
            }
            assertThat(Files.readAllBytes(copy)).isEqualTo(before);
            memory.storeI64(block - 8, header);
            heap.freeAddress(block);
        }
    }

    private FirstWriter started() throws IOException {
        return started(FirstWriter.MAX_PAGES);
    }

    private FirstWriter started(long minPages) throws IOException {
        FirstWriter first = FirstWriter.start(file, minPages);
        assertThat(first.answer()).isEqualTo("ready");
        return first;
    }

    private void assertStopsTheFirst(FirstWriter first, Path name) throws IOException {
        Map<Long, Block> own = new HashMap<>();
        NavigableMap<Long, Long> found;
        try (LinearMemory memory = mapped(name)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            found = LiveBlocks.of(heap);
            work(memory, heap, own);
            assertThat(first.tell("ended"))
                    .startsWith(
                            "operations after the other one came: 0, ended by: java.lang.IllegalStateException: another"
                                    + " writer has opened the heap")
                    .contains("file=" + file)
                    .contains("writerProcess=" + ProcessHandle.current().pid());
            assertThat(first.tell("refusals")).isEqualTo("refusals=7");
            assertThat(first.tell("close")).isEqualTo("closed");
            work(memory, heap, own);
            assertThat(own).hasSizeGreaterThan(BLOCKS / 2);
            assertHolds(memory, heap, own, found);
        }
        try (LinearMemory memory = LinearMemory.map(name, 0, FirstWriter.MAX_PAGES)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            assertHolds(memory, heap, own, found);
            own.keySet().forEach(heap::freeAddress);
        }
    }

    /** Allocates and frees blocks of the second writer. */
    private static void work(LinearMemory memory, LinkedListAllocator heap, Map<Long, Block> own) {
        Random random = new Random(own.size());
        for (int i = 0; i < BLOCKS; i++) {
            int length = random.nextInt(10) == 0 ? 600 + random.nextInt(5_000) : 1 + random.nextInt(512);
            long address = heap.allocateAddress(length);
            int seed = random.nextInt();
            LiveBlocks.fill(memory, address, length, seed);
            assertThat(own.put(address, new Block(length, seed))).isNull();
            if (i % 3 == 0) {
                long freed = own.keySet().iterator().next();
                Block block = Objects.requireNonNull(own.remove(freed));
                LiveBlocks.assertFilled(memory, freed, block.length, block.seed);
                heap.freeAddress(freed);
            }
        }
    }

    /** Exactly the blocks that the second writer found and made are live, and hold what it, and the first one, stored. */
    private static void assertHolds(
            LinearMemory memory, LinkedListAllocator heap, Map<Long, Block> own, NavigableMap<Long, Long> found) {
        HeapAssert.assertWhole(heap);
        Map<Long, Long> expected = new HashMap<>(found);
        own.forEach((address, block) -> {
            LiveBlocks.assertFilled(memory, address, block.length, block.seed);
            assertThat(expected.put(address, block.length)).isNull();
        });
        assertThat(LiveBlocks.of(heap)).isEqualTo(expected);
        assertNodes(memory, heap);
    }

    /** What the first writer had linked. */
    private static void assertNodes(LinearMemory memory, LinkedListAllocator heap) {
        long node = heap.rootAddress();
        for (int number = FirstWriter.NODES - 1; number >= 0; number--) {
            assertThat(memory.loadI64(node + 8)).isEqualTo(number);
            LiveBlocks.assertFilled(memory, node + 16, FirstWriter.NODE_BYTE_SIZE - 16, number);
            node = memory.loadI64(node);
        }
        assertThat(node).isZero();
    }
}
