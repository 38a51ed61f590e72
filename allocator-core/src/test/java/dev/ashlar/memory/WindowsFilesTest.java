package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memories in files where a mapped file can be neither cut nor deleted: over a double of Windows. */
class WindowsFilesTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    private final WindowsFilesDouble windows = new WindowsFilesDouble();

    @TempDir
    Path directory;

    @AfterEach
    void forgetDirectory() {
        System.clearProperty(TemporaryFile.DIRECTORY_PROPERTY);
    }

    @Test
    void theDouble_refusesWhatWindowsRefuses() throws IOException {
        Path path = directory.resolve("file");
        try (RandomAccessFile file = windows.open(path, "rw")) {
            assertThatIOException().isThrownBy(() -> windows.delete(path));
            try (Arena arena = Arena.ofShared()) {
                windows.map(file, MapMode.READ_WRITE, PAGE, arena);
                assertThatIOException().isThrownBy(() -> file.setLength(0));
                file.setLength(PAGE);
            }
            file.setLength(0);
        }
        windows.delete(path);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void create_withoutNativeAccess_grows_andLeavesNoFile() throws IOException {
        reserveIn(directory);
        try (LinearMemory memory = Reservation.offHeap(1, LinearMemory.DEFAULT_MAX_PAGES, null, windows)) {
            assertThat(memory.segment().isMapped()).isTrue();
            assertThat(filesIn(directory)).isEqualTo(1);
            memory.fill(0, 0x5A, PAGE);
            assertThat(memory.grow(2)).isEqualTo(1);
            assertThat(memory.span(0, PAGE).loadBytes()).containsOnly(0x5A);
            assertThat(memory.span(PAGE, 2 * PAGE).loadBytes()).containsOnly(0);
            memory.storeI64(3 * PAGE - 8, 42);
            assertThat(memory.grow(LinearMemory.DEFAULT_MAX_PAGES)).isEqualTo(-1);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void create_deletesWhatDeadProcessesLeft_andNothingElse() throws IOException {
        reserveIn(directory);
        Files.write(directory.resolve("ashlar-dead.memory"), new byte[8]);
        Files.write(directory.resolve("ashlar.memory"), new byte[8]);
        Files.write(directory.resolve("mine.txt"), new byte[8]);
        try (RandomAccessFile inUse = windows.open(directory.resolve("ashlar-used.memory"), "rw")) {
            Reservation.offHeap(1, 2, null, windows).close();
            assertThat(inUse.length()).isZero();
            assertThat(directory.resolve("ashlar-dead.memory")).doesNotExist();
            assertThat(directory.resolve("ashlar-used.memory")).exists();
            assertThat(filesIn(directory)).isEqualTo(3);
        }
    }

    @Test
    void create_whenTheDirectoryIsFull_isRefused_andLeavesNoFile() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(4)) {
            reserveIn(disk.directory());
            try (LinearMemory memory = Reservation.offHeap(1, 100, null, windows)) {
                memory.fill(0, 0x5A, PAGE);
                assertThat(memory.grow(10)).isEqualTo(-1);
                assertThat(memory.pages()).isEqualTo(1);
                assertThat(memory.whole().loadBytes()).containsOnly(0x5A);
            }
            assertThat(disk.directory()).isEmptyDirectory();
        }
    }

    @Test
    void map_growsAndCloses_andTheFileHasTheSizeOfTheMemory() throws IOException {
        Path path = directory.resolve("heap");
        try (LinearMemory memory = MappedFile.open(path, 1, 64, windows)) {
            memory.storeI64(0, 1);
            assertThat(memory.grow(2)).isEqualTo(1);
            memory.storeI64(3 * PAGE - 8, 2);
            memory.flush();
            assertThat(Files.size(path)).isEqualTo(64 * PAGE);
        }
        assertThat(Files.size(path)).isEqualTo(3 * PAGE);
        try (LinearMemory memory = MappedFile.open(path, 1, 8, windows)) {
            assertThat(memory.pages()).isEqualTo(3);
            assertThat(memory.loadI64(0)).isEqualTo(1);
            assertThat(memory.loadI64(3 * PAGE - 8)).isEqualTo(2);
        }
        // The format is one: where mapped files can be cut the file is as good.
        try (LinearMemory memory = LinearMemory.map(path, 1, 8)) {
            assertThat(memory.pages()).isEqualTo(3);
            assertThat(memory.loadI64(3 * PAGE - 8)).isEqualTo(2);
        }
    }

    @Test
    void map_afterAKill_findsTheSizeThatTheMemoryHad() throws IOException {
        Path path = directory.resolve("heap");
        Path sibling = directory.resolve("heap.lock");
        byte[] file;
        byte[] lock;
        try (LinearMemory memory = MappedFile.open(path, 1, 64, windows)) {
            memory.grow(2);
            memory.storeI64(3 * PAGE - 8, 2);
            file = Files.readAllBytes(path);
            lock = Files.readAllBytes(sibling);
        }
        // The files as a process leaves them that is killed before it closes the memory: the same ones, since a note is
        // about one.
        Files.write(path, file);
        Files.write(sibling, lock);
        assertThat(Files.size(path)).isEqualTo(64 * PAGE);
        try (LinearMemory memory = MappedFile.open(path, 1, 8, windows)) {
            assertThat(memory.pages()).isEqualTo(3);
            assertThat(memory.loadI64(3 * PAGE - 8)).isEqualTo(2);
        }
        assertThat(Files.size(path)).isEqualTo(3 * PAGE);
    }

    @Test
    void map_whenItIsRefused_leavesTheFileAsItWas() throws IOException {
        Path path = directory.resolve("heap");
        Files.write(path, new byte[(int) (2 * PAGE)], StandardOpenOption.CREATE_NEW);
        assertThatIOException().isThrownBy(() -> MappedFile.open(path, 1, 1, windows));
        assertThat(Files.size(path)).isEqualTo(2 * PAGE);
        try (SmallDisk disk = SmallDisk.mount(4)) {
            Path small = disk.directory().resolve("heap");
            MappedFile.open(small, 1, 8, windows).close();
            assertThatIOException()
                    .isThrownBy(() -> MappedFile.open(small, 8, 16, windows))
                    .withMessageContaining("minPages=8");
            assertThat(Files.size(small)).isEqualTo(PAGE);
        }
    }

    private static long filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.count();
        }
    }

    private static void reserveIn(Path directory) {
        System.setProperty(TemporaryFile.DIRECTORY_PROPERTY, directory.toString());
    }
}
