package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sizes of mapped files: after a kill, beside a writer, and where the system does not want to give them. */
class MappedSizeTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;
    private static final long MOST_PAGES = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void map_afterAKillWhileTheFileWasMapped_cutsOffWhatThatAdded() throws IOException {
        Path file = file(filled(2));
        LinearMemory.map(file, 1, 8).close();
        lengthen(file, 1000 * PAGE);
        note(file, LockRecord.MAPPING, 2 * PAGE, 1000 * PAGE);
        try (LinearMemory memory = LinearMemory.map(file, 1, 8)) {
            assertThat(memory.whole().loadBytes()).isEqualTo(filled(2));
        }
        assertThat(Files.size(file)).isEqualTo(2 * PAGE);
    }

    /** Reading it would take minutes. */
    @Test
    void map_afterAKillWhileALargeMaximumWasMapped_isInstant() throws IOException {
        Path file = file(filled(2));
        lengthen(file, MOST_PAGES * PAGE);
        note(file, LockRecord.MAPPING, 2 * PAGE, MOST_PAGES * PAGE);
        long start = System.nanoTime();
        LinearMemory.map(file, 1, MOST_PAGES).close();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(5);
        assertThat(Files.size(file)).isEqualTo(2 * PAGE);
    }

    @Test
    void map_afterARealKillWhileTheFileWasMapped_opens() throws IOException {
        Path file = file(filled(1));
        for (int i = 0; i < 4; i++) {
            try (OtherProcess other = OtherProcess.mappingAgainAndAgain(file, MOST_PAGES)) {
                assertThat(other.answer()).isEqualTo("ready");
                pause(30 + 7 * i);
                other.kill();
            }
            try (LinearMemory memory = LinearMemory.map(file, 1, MOST_PAGES)) {
                assertThat(memory.whole().loadBytes()).isEqualTo(filled(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4096, 65_535, 65_536, 70_000, 131_072})
    void map_afterAKillWhileTheFileGrew_cutsOffWhatThatAdded(long written) throws IOException {
        Path file = file(filled(2));
        lengthen(file, 2 * PAGE + written);
        note(file, LockRecord.GROWING, 2 * PAGE, 4 * PAGE);
        try (LinearMemory memory = LinearMemory.map(file, 1, 8)) {
            assertThat(memory.whole().loadBytes()).isEqualTo(filled(2));
        }
        lengthen(file, 3 * PAGE);
        LinearMemory.map(file, 1, 8).close();
        assertThat(Files.size(file)).isEqualTo(3 * PAGE);
    }

    @ParameterizedTest
    @ValueSource(longs = {LockRecord.MAPPING, LockRecord.GROWING})
    void map_whenTheNotedFileHasGotOtherContents_cutsOffNothing(long kind) throws IOException {
        Path file = file(filled(3));
        note(file, kind, 2 * PAGE, 3 * PAGE);
        try (LinearMemory memory = LinearMemory.map(file, 1, 8)) {
            assertThat(memory.whole().loadBytes()).isEqualTo(filled(3));
        }
        lengthen(file, 5 * PAGE);
        note(file, LockRecord.MAPPING, 3 * PAGE, 6 * PAGE);
        LinearMemory.map(file, 1, 8).close();
        assertThat(Files.size(file)).as("not the size that mapping makes").isEqualTo(5 * PAGE);
    }

    /** Zeros at the end of a file are as good as any other bytes. */
    @ParameterizedTest
    @ValueSource(longs = {LockRecord.MAPPING, LockRecord.GROWING})
    void map_whenAnotherFileStandsWhereAChangeWasNoted_cutsOffNothing(long kind) throws IOException {
        Path other = Files.write(directory.resolve("other"), new byte[4 * (int) PAGE]);
        Path file = file(filled(2));
        note(file, kind, 2 * PAGE, 4 * PAGE);
        Files.delete(file);
        Files.move(other, file);
        LinearMemory.map(file, 1, 8).close();
        assertThat(Files.size(file)).isEqualTo(4 * PAGE);
    }

    @Test
    void mapReadOnly_afterAKillWhileTheFileWasMapped_hasTheSizeFromBefore() throws IOException {
        Path file = file(filled(2));
        lengthen(file, 1000 * PAGE);
        note(file, LockRecord.MAPPING, 2 * PAGE, 1000 * PAGE);
        try (LinearMemory memory = LinearMemory.mapReadOnly(file)) {
            assertThat(memory.pages()).isEqualTo(2);
        }
    }

    @Test
    void mapReadOnly_besideAThreadThatMaps_hasASizeThatWasTrue() throws Exception {
        Path file = file(filled(1));
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread writer = Thread.ofPlatform()
                .uncaughtExceptionHandler((thread, thrown) -> failure.set(thrown))
                .start(() -> {
                    while (!isOver.get()) {
                        mapAndClose(file);
                    }
                });
        try {
            for (int i = 0; i < 300; i++) {
                assertReadsOnePage(file);
            }
        } finally {
            isOver.set(true);
            writer.join();
        }
        assertThat(failure.get()).isNull();
    }

    @Test
    void mapReadOnly_besideAProcessThatMaps_hasASizeThatWasTrue() throws IOException {
        Path file = file(filled(1));
        Path hardLink = Files.createLink(directory.resolve("hard"), file);
        try (OtherProcess other = OtherProcess.mappingAgainAndAgain(file, MOST_PAGES)) {
            assertThat(other.answer()).isEqualTo("ready");
            for (int i = 0; i < 300; i++) {
                assertReadsOnePage(file);
                try {
                    // Nothing says there that the file is being mapped, but it can be refused.
                    LinearMemory.mapReadOnly(hardLink).close();
                } catch (IOException refused) {
                    assertThat(refused).hasMessageContaining(hardLink.toString());
                }
            }
            other.kill();
        }
    }

    @Test
    void map_inAnInterruptedThread_works_andKeepsTheInterrupt() throws IOException {
        Path file = directory.resolve("file");
        Thread.currentThread().interrupt();
        try (LinearMemory memory = LinearMemory.map(file, 1, 4);
                LinearMemory reader = LinearMemory.mapReadOnly(file)) {
            assertThat(reader.pages()).isEqualTo(memory.pages());
            assertThat(memory.grow(1)).isEqualTo(1);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Files.size(file)).isEqualTo(2 * PAGE);
    }

    @Test
    void map_whenTheDiskIsFull_andThereIsNoSibling_isRefused_andLeavesNothingBehind() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(4)) {
            Path file = disk.directory().resolve("memory");
            Path filler = disk.directory().resolve("filler");
            fill(filler);
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(file, 0, 8))
                    .withMessageStartingWith(file.toString())
                    .withMessageContaining("space");
            assertThat(disk.directory())
                    .isDirectoryContaining(filler::equals)
                    .isDirectoryNotContaining(found -> !found.equals(filler));
        }
    }

    @Test
    void map_ofANewFile_whenTheDiskHasNoRoomForTheFirstPages_leavesNothingBehind() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(4)) {
            Path file = disk.directory().resolve("memory");
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(file, 5, 8))
                    .withMessage(file + ": no room for the first pages: pages=0 minPages=5");
            assertThat(disk.directory()).isEmptyDirectory();
        }
    }

    @Test
    void map_ofAMaximumThatTheFileSystemCannotTake_isRefused_andLeavesNothingBehind() {
        Path file = directory.resolve("file");
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.map(file, 1, 1L << 46))
                .withMessageStartingWith(file.toString())
                .withMessageContaining("maxByteSize=" + (1L << 62));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void map_whereFilesMayNotBeThatLong_isRefused_andLeavesTheFileAsItWas() throws IOException {
        Path file = file(filled(1));
        try (OtherProcess other = OtherProcess.mappingWithShortFiles(file)) {
            String answer = other.answer();
            assumeTrue(!answer.contains("the other process ended"), "this test needs a shell with ulimit -f");
            assertThat(answer).startsWith(file.toString()).contains("File too large");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(filled(1));
        assertThat(directory).isDirectoryNotContaining(found -> !found.equals(file));
    }

    private void mapAndClose(Path file) {
        try {
            LinearMemory.map(file, 1, MOST_PAGES).close();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void assertReadsOnePage(Path file) throws IOException {
        try (LinearMemory reader = LinearMemory.mapReadOnly(file)) {
            assertThat(reader.pages()).isEqualTo(1);
            assertThat(reader.loadU8(PAGE - 1)).isEqualTo(7);
        }
    }

    private static byte[] filled(int pages) {
        byte[] bytes = new byte[pages * (int) PAGE];
        Arrays.fill(bytes, (byte) 7);
        return bytes;
    }

    private static void fill(Path filler) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
            for (long i = 0; i < 1_000; i++) {
                file.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    /** Leaves the sibling as a process does that was killed while the size changed. */
    private static void note(Path file, long kind, long byteSize, long newByteSize) throws IOException {
        long identity = FileIdentity.number(FileIdentity.of(file));
        LockRecord record = new LockRecord(1, 1, kind, byteSize, newByteSize, identity);
        Files.write(LockFile.of(file), record.toBytes());
    }

    private static void lengthen(Path path, long byteSize) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(byteSize);
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
