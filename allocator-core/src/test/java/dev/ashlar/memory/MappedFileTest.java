package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as memories: what they hold, what is refused. */
class MappedFileTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @TempDir
    Path directory;

    @Test
    void map_again_findsWhatWasStored() throws IOException {
        Path file = directory.resolve("memory");
        try (LinearMemory memory = LinearMemory.map(file, 1, 8)) {
            memory.grow(2);
            memory.storeI64(3 * PAGE - 8, 42);
        }
        try (LinearMemory memory = LinearMemory.map(file, 1, 8)) {
            assertThat(memory.pages()).isEqualTo(3);
            assertThat(memory.loadI64(3 * PAGE - 8)).isEqualTo(42);
            assertThat(memory.grow(1)).isEqualTo(3);
            assertThat(memory.loadI64(3 * PAGE)).isZero();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows does not shorten mapped files: see WindowsFilesTest")
    void map_keepsTheFileAsLongAsTheMemory() throws IOException {
        Path file = directory.resolve("memory");
        try (LinearMemory memory = LinearMemory.map(file, 0, 1 << 20)) {
            for (long pages = 0; pages < 20; pages++) {
                assertThat(Files.size(file)).isEqualTo(memory.byteSize()).isEqualTo(pages * PAGE);
                assertThat(memory.grow(1)).isEqualTo(pages);
            }
            memory.grow(1 << 20);
            assertThat(Files.size(file)).isEqualTo(20 * PAGE);
        }
        assertThat(Files.size(file)).isEqualTo(20 * PAGE);
    }

    @Test
    void map_ofAShorterFile_extendsItWithZeros() throws IOException {
        Path file = file(new byte[(int) PAGE]);
        try (LinearMemory memory = LinearMemory.map(file, 3, 3)) {
            assertThat(memory.pages()).isEqualTo(3);
            assertThat(memory.whole().loadBytes()).containsOnly(0);
        }
        assertThat(Files.size(file)).isEqualTo(3 * PAGE);
    }

    @Test
    void map_ofALongerFile_hasAllOfIt() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file(new byte[3 * (int) PAGE]), 1, 3)) {
            assertThat(memory.pages()).isEqualTo(3);
            assertThat(memory.grow(1)).isEqualTo(-1);
        }
    }

    @Test
    void map_ofAFileBeyondTheMaximum_isRefused() throws IOException {
        Path file = file(new byte[3 * (int) PAGE]);
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.map(file, 1, 2))
                .withMessage(file.toRealPath() + ": file has more pages than the maximum: pages=3 maxPages=2");
        assertThat(Files.size(file)).isEqualTo(3 * PAGE);
        LinearMemory.map(file, 1, 3).close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65535, 65537, 100_000})
    void map_ofAFileThatIsNoWholeNumberOfPages_isRefused(int byteSize) throws IOException {
        Path file = file(new byte[byteSize]);
        String reason =
                ": the size of the file is not a multiple of the page size; Memory.mapReadOnly maps a file of any size: byteSize="
                        + byteSize + " pageByteSize=65536";
        assertThatIOException().isThrownBy(() -> LinearMemory.map(file, 1, 8)).withMessage(file.toRealPath() + reason);
        assertThatIOException().isThrownBy(() -> LinearMemory.mapReadOnly(file)).withMessage(file + reason);
        assertThat(Files.size(file)).isEqualTo(byteSize);
    }

    @Test
    void map_ofWhatIsNoFile_isRefused_andLeavesNothingBehind() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.map(folder, 1, 1))
                .withMessage(folder + ": only a regular file can be mapped");
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.mapReadOnly(folder))
                .withMessage(folder + ": only a regular file can be mapped");
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.map(Path.of("/dev/null"), 1, 1))
                .withMessageContaining("/dev/null");
        Path orphan = directory.resolve("missing").resolve("memory");
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.map(orphan, 1, 1))
                .withMessageContaining(orphan.toString());
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.mapReadOnly(directory.resolve("none")))
                .withMessageContaining("none");
        try (var entries = Files.list(directory)) {
            assertThat(entries).containsExactly(folder);
        }
    }

    @Test
    void map_whenPagesMakeNoSense_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LinearMemory.map(directory.resolve("memory"), 2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearMemory.map(directory.resolve("memory"), 0, Long.MAX_VALUE));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void map_ofMoreThanTheSystemMaps_isRefused_andTheFileIsAsBefore() throws IOException {
        Path file = file(new byte[(int) PAGE]);
        assertThatIOException().isThrownBy(() -> LinearMemory.map(file, 1, 1L << 46));
        assertThat(Files.size(file)).isEqualTo(PAGE);
        LinearMemory.map(file, 1, 1).close();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets administrators alone make symbolic links")
    void map_twiceInThisProcess_isRefused_underAnyName() throws IOException {
        Path file = directory.resolve("memory");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        LinearMemory first = LinearMemory.map(link, 1, 1);
        for (Path name : new Path[] {file, link, directory.resolve(".").resolve("memory")}) {
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(name, 1, 1))
                    .withMessage(file.toRealPath()
                            + ": another memory of this process has the file mapped for writing; close it first");
        }
        first.close();
        LinearMemory.map(file, 1, 1).close();
    }

    @Test
    void map_inAnotherProcess_isRefused_alsoAfterARefusalHere() throws IOException {
        Path file = directory.resolve("memory");
        try (LinearMemory memory = LinearMemory.map(file, 1, 1)) {
            assertThatIOException().isThrownBy(() -> LinearMemory.map(file, 1, 1));
            try (OtherProcess other = OtherProcess.mapping(file)) {
                assertThat(other.answer()).contains(file.toString()).contains("another process has the file mapped");
            }
            assertThat(memory.loadI64(0)).isZero();
        }
        try (OtherProcess other = OtherProcess.mapping(file)) {
            assertThat(other.answer()).isEqualTo("mapped");
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(file, 1, 16))
                    .withMessageContaining("another process has the file mapped for writing");
        }
        try (LinearMemory memory = LinearMemory.map(file, 1, 16)) {
            assertThat(memory.loadI64(0)).isEqualTo(1);
        }
    }

    @Test
    void map_afterTheOtherProcessWasKilled_findsWhatItStored() throws IOException {
        Path file = directory.resolve("memory");
        OtherProcess other = OtherProcess.mapping(file);
        assertThat(other.answer()).isEqualTo("mapped");
        other.kill();
        try (LinearMemory memory = LinearMemory.map(file, 1, 16)) {
            assertThat(memory.loadI64(0)).isEqualTo(1);
            assertThat(memory.pages()).isEqualTo(1);
        }
    }

    @Test
    void mapReadOnly_readsAndRefusesEveryStore() throws IOException {
        Path file = directory.resolve("memory");
        try (LinearMemory writer = LinearMemory.map(file, 1, 2)) {
            writer.storeI64(8, 42);
            try (LinearMemory reader = LinearMemory.mapReadOnly(file)) {
                assertThat(reader.loadI64(8)).isEqualTo(42);
                writer.storeI64(8, 43);
                assertThat(reader.loadI64(8)).isEqualTo(43);
                assertThat(reader.whole().loadI64Volatile(8)).isEqualTo(43);
                assertThat(reader.pages()).isEqualTo(1);
                assertThat(reader.maxPages()).isEqualTo(1);
                assertThat(reader.grow(0)).isEqualTo(1);
                assertThat(reader.grow(1)).isEqualTo(-1);
                assertReadOnly(() -> reader.storeI8(8, 1));
                assertReadOnly(() -> reader.storeF64(8, 1));
                assertReadOnly(() -> reader.fill(8, 1, 1));
                assertReadOnly(() -> reader.copy(0, 8, 1));
                assertReadOnly(() -> reader.init(DataSegment.passive(new byte[1]), 0, 0, 1));
                assertReadOnly(() -> reader.whole().storeI32Volatile(8, 1));
                assertReadOnly(() -> reader.whole().compareAndSetI64(8, 43, 1));
                assertReadOnly(() -> reader.span(8, 8).getAndAddI64(0, 1));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> reader.whole().loadI64Volatile(9))
                        .withMessageContaining("aligned");
                assertThat(writer.loadI64(8)).isEqualTo(43);
            }
        }
    }

    @Test
    void mapReadOnly_ofAnEmptyFile_hasNoPages() throws IOException {
        try (LinearMemory memory = LinearMemory.mapReadOnly(file(new byte[0]))) {
            assertThat(memory.byteSize()).isZero();
        }
    }

    @Test
    void mapReadOnly_closesTheFileWhenItIsRefused() throws IOException {
        Path file = file(new byte[5]);
        long before = openFiles();
        for (int i = 0; i < 100; i++) {
            assertThatIOException().isThrownBy(() -> LinearMemory.mapReadOnly(file));
            assertThatIOException().isThrownBy(() -> LinearMemory.map(file, 1, 1));
        }
        assertThat(openFiles()).isLessThan(before + 50);
    }

    @Test
    void grow_whenTheDiskIsFull_isMinusOne_andLosesNothing() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(8)) {
            Path file = disk.directory().resolve("memory");
            Path filler = disk.directory().resolve("filler");
            Files.write(filler, new byte[3 * (int) PAGE]);
            try (LinearMemory memory = LinearMemory.map(file, 2, 100)) {
                memory.fill(0, 0x5A, 2 * PAGE);
                assertThat(memory.growthFailure()).isNull();
                assertThat(memory.grow(20)).isEqualTo(-1);
                assertThat(memory.pages()).isEqualTo(2);
                assertThat(Files.size(file)).isEqualTo(2 * PAGE);
                assertThat(memory.growthFailure()).hasMessageContaining("No space left");
                assertThat(memory.grow(200)).isEqualTo(-1);
                assertThat(memory.growthFailure()).isNull();
                assertThat(memory.ensureCapacity(50 * PAGE)).isFalse();
                assertThat(memory.growthFailure()).hasMessageContaining("No space left");
                assertThat(memory.whole().loadBytes()).containsOnly(0x5A);
                Files.delete(filler);
                assertThat(memory.grow(5)).isEqualTo(2);
                assertThat(memory.span(2 * PAGE, 5 * PAGE).loadBytes()).containsOnly(0);
                memory.fill(0, 1, 7 * PAGE);
            }
            assertThat(Files.size(file)).isEqualTo(7 * PAGE);
        }
    }

    @Test
    void allocate_whenTheDiskIsFull_saysSo() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(8)) {
            Path file = disk.directory().resolve("memory");
            try (LinearMemory memory = LinearMemory.map(file, 2, 100)) {
                LinkedListAllocator heap = LinkedListAllocator.over(memory);
                assertThatExceptionOfType(OutOfLinearMemoryException.class)
                        .isThrownBy(() -> heap.allocate(20 * PAGE))
                        .withMessageMatching("no room for the block, and its file cannot grow, No space left on device:"
                                + " requestedByteSize=1310720 .* file=" + file)
                        .withCauseInstanceOf(IOException.class);
                assertThatExceptionOfType(OutOfLinearMemoryException.class)
                        .isThrownBy(() -> heap.allocate(200 * PAGE))
                        .withMessageStartingWith("no room for the block: ")
                        .withNoCause();
            }
        }
    }

    @Test
    void map_whenTheDiskIsFull_isRefused_andTheFileIsAsBefore() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(4)) {
            Path file = disk.directory().resolve("memory");
            Files.write(file, new byte[(int) PAGE]);
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(file, 5, 8))
                    .withMessage(file + ": no room for the first pages: pages=1 minPages=5");
            assertThat(Files.size(file)).isEqualTo(PAGE);
        }
    }

    @Test
    void map_whereNothingMayBeWritten_isRefused_butReadingIsFine() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(4)) {
            Path file = disk.directory().resolve("memory");
            Files.write(file, new byte[(int) PAGE]);
            disk.makeReadOnly();
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(file, 1, 1))
                    .withMessageContaining(file.toString());
            LinearMemory.mapReadOnly(file).close();
        }
    }

    @Test
    void grow_inAnInterruptedThread_works_andKeepsTheInterrupt() throws IOException {
        try (LinearMemory memory = LinearMemory.map(directory.resolve("memory"), 1, 4)) {
            Thread.currentThread().interrupt();
            assertThat(memory.grow(1)).isEqualTo(1);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(memory.grow(1)).isEqualTo(2);
        }
    }

    @Test
    void flush_writesTheFile_andDoesNothingWithoutOne() throws IOException {
        Path file = directory.resolve("memory");
        try (LinearMemory memory = LinearMemory.map(file, 1, 4)) {
            memory.grow(1);
            memory.storeI64(PAGE, 42);
            memory.flush();
            assertThat(Files.readAllBytes(file)[(int) PAGE]).isEqualTo((byte) 42);
        }
        try (LinearMemory reader = LinearMemory.mapReadOnly(file)) {
            reader.flush();
        }
        LinearMemory closed = LinearMemory.createOnHeap(1);
        closed.flush();
        closed.close();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(closed::flush);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }

    private static long openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (var entries = Files.list(descriptors)) {
            return entries.count();
        }
    }

    private static void assertReadOnly(Runnable store) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(store::run)
                .withMessageContaining("read-only");
    }
}
