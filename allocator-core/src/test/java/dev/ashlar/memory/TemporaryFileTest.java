package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reservation that needs no flag, and where its file lies. */
class TemporaryFileTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @TempDir
    Path directory;

    @AfterEach
    void forgetDirectory() {
        System.clearProperty(TemporaryFile.DIRECTORY_PROPERTY);
    }

    @Test
    void reserve_inTheNamedDirectory_leavesNoName() throws IOException {
        reserveIn(directory);
        assumeTrue(SystemFiles.current().shrinkWhileMapped(), "Windows deletes no mapped file");
        try (LinearMemory memory = BackingKind.TEMPORARY_FILE.create(1, 4)) {
            memory.storeI64(0, 1);
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void reserve_inADirectoryThatDoesNotExist_saysWhich() {
        Path missing = directory.resolve("missing");
        reserveIn(missing);
        try (Arena arena = Arena.ofShared()) {
            assertThatIOException()
                    .isThrownBy(() -> TemporaryFile.reserve(PAGE, arena))
                    .withMessage("no file for the memory: directory=" + missing + " maxByteSize=65536");
        }
    }

    @Test
    void create_whenTheNamedDirectoryDoesNotWork_isRefused() {
        reserveIn(directory.resolve("missing"));
        if (NativeReservation.isAvailable()) {
            assertNeedsNoDirectory();
            return;
        }
        for (long maxPages : new long[] {1, HeapBacking.DEFAULT_MAX_PAGES, HeapBacking.DEFAULT_MAX_PAGES + 1}) {
            assertThatExceptionOfType(MemoryReservationException.class)
                    .isThrownBy(() -> LinearMemory.create(1, maxPages))
                    .withMessageContaining("maxPages=" + maxPages)
                    .withMessageContaining("dev.ashlar.reserve.dir")
                    .withRootCauseInstanceOf(IOException.class);
        }
        System.setProperty(TemporaryFile.DIRECTORY_PROPERTY, "\0");
        assertThatExceptionOfType(MemoryReservationException.class).isThrownBy(() -> LinearMemory.create(1, 1000));
    }

    @Test
    void create_whenNoFileCanBeHad_usesTheHeapForFewPages_andRefusesMany() {
        MappableFiles none = new RefusedFiles();
        try (LinearMemory memory = Reservation.offHeap(1, HeapBacking.DEFAULT_MAX_PAGES, null, none)) {
            assertThat(memory.segment().isNative()).isFalse();
            memory.storeI64(0, 1);
        }
        assertThatExceptionOfType(MemoryReservationException.class)
                .isThrownBy(() -> Reservation.offHeap(1, HeapBacking.DEFAULT_MAX_PAGES + 1, null, none))
                .withMessageContaining("maxPages=257")
                .withRootCauseInstanceOf(IOException.class);
    }

    /** A system without a directory that one may write to. */
    private static final class RefusedFiles implements MappableFiles {
        @Override
        public boolean shrinkWhileMapped() {
            return true;
        }

        @Override
        public RandomAccessFile open(Path path, String mode) throws IOException {
            throw new AccessDeniedException(path.toString());
        }

        @Override
        public void createSparse(Path path) throws IOException {
            throw new AccessDeniedException(path.toString());
        }

        @Override
        public MemorySegment map(RandomAccessFile file, MapMode mode, long byteSize, Arena arena) {
            throw new AssertionError("nothing was opened");
        }

        @Override
        public void delete(Path path) throws IOException {
            Files.deleteIfExists(path);
        }
    }

    @Test
    void grow_whenTheDirectoryIsFull_isMinusOne_andLosesNothing() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(4)) {
            reserveIn(disk.directory());
            try (LinearMemory memory = BackingKind.TEMPORARY_FILE.create(1, 100)) {
                memory.fill(0, 0x5A, PAGE);
                assertThat(memory.grow(10)).isEqualTo(-1);
                assertThat(memory.pages()).isEqualTo(1);
                assertThat(memory.whole().loadBytes()).containsOnly(0x5A);
                assertThat(memory.grow(2)).isEqualTo(1);
                memory.fill(PAGE, 1, 2 * PAGE);
                assertThat(memory.grow(2)).isEqualTo(-1);
            }
            assertThatExceptionOfType(MemoryReservationException.class)
                    .isThrownBy(() -> BackingKind.TEMPORARY_FILE.create(6, 100))
                    .withMessageContaining("minPages=6");
            BackingKind.TEMPORARY_FILE.create(3, 100).close();
        }
    }

    @Test
    void create_inAnInterruptedThread_works_andKeepsTheInterrupt() {
        Thread.currentThread().interrupt();
        try (LinearMemory memory = BackingKind.TEMPORARY_FILE.create(1, 4)) {
            assertThat(memory.grow(1)).isEqualTo(1);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void close_givesTheDiskBack() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(4)) {
            reserveIn(disk.directory());
            for (int i = 0; i < 20; i++) {
                BackingKind.TEMPORARY_FILE.create(3, 100).close();
            }
            assertThat(Files.getFileStore(disk.directory()).getUsableSpace()).isGreaterThanOrEqualTo(3 * PAGE);
        }
    }

    private static void assertNeedsNoDirectory() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            assertThat(memory.segment().isNative()).isTrue();
        }
    }

    private static void reserveIn(Path directory) {
        System.setProperty(TemporaryFile.DIRECTORY_PROPERTY, directory.toString());
    }
}
