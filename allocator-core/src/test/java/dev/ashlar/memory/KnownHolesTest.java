package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read for holes when nobody knows of it: after a kill, and when anybody has touched it since it was closed. */
class KnownHolesTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;
    private static final long PAGES = 8;

    @TempDir
    private Path directory;

    private Path file;
    private final CountingFiles files = new CountingFiles();

    @BeforeEach
    void makeFile() throws IOException {
        file = directory.resolve("memory");
        assumeTrue(FileIdentity.of(directory) != null, "files have no identity here");
        try (LinearMemory memory = map()) {
            memory.storeI64(5 * PAGE, 42);
        }
    }

    @Test
    void map_ofAFileThatWasClosed_doesNotReadIt() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(readByMap()).isZero();
        }
    }

    @Test
    void map_ofAFileThatGrewAndWasClosed_doesNotReadIt() throws IOException {
        try (LinearMemory memory = map()) {
            memory.grow(4);
            memory.storeI64(11 * PAGE, 43);
        }
        assertThat(readByMap()).isZero();
        try (LinearMemory memory = map()) {
            assertThat(memory.loadI64(11 * PAGE)).isEqualTo(43);
        }
    }

    @Test
    void map_afterAKill_readsTheFile() throws IOException {
        Path sibling = directory.resolve("memory.lock");
        Path killed = directory.resolve("killed.lock");
        try (LinearMemory memory = map()) {
            memory.storeI64(0, 1);
            Files.copy(sibling, killed);
        }
        Files.copy(killed, sibling, StandardCopyOption.REPLACE_EXISTING);
        assertThat(readByMap()).isEqualTo(PAGES * PAGE);
        assertThat(readByMap()).isZero();
    }

    @Test
    void map_ofAFileThatSomebodyMadeSparse_readsIt() throws Exception {
        FileTime before = Files.getLastModifiedTime(file);
        makeSparse();
        // As programs do that copy and keep times.
        Files.setLastModifiedTime(file, before);
        assertThat(readByMap()).isEqualTo(PAGES * PAGE);
    }

    @Test
    void map_ofACopy_readsIt() throws IOException {
        Path copy = directory.resolve("copy");
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(
                directory.resolve("memory.lock"), directory.resolve("copy.lock"), StandardCopyOption.COPY_ATTRIBUTES);
        file = copy;
        assertThat(readByMap()).isEqualTo(PAGES * PAGE);
    }

    @Test
    void map_afterOneThatOnlyAssumed_readsTheFile() throws Exception {
        makeSparse();
        MappedFile.open(file, 1, 64, files, MapOption.ASSUME_ALLOCATED).close();
        assertThat(readByMap()).isEqualTo(PAGES * PAGE);
    }

    @Test
    void map_ofAFileThatAnotherWriterHasTakenOver_readsIt() throws IOException {
        try (LinearMemory memory = map()) {
            Files.delete(directory.resolve("memory.lock"));
            memory.storeI64(0, 1);
        }
        assertThat(readByMap()).isEqualTo(PAGES * PAGE);
    }

    /** Later than what came before, by more than times of files are told apart. */
    private void makeSparse() throws IOException, InterruptedException {
        Thread.sleep(50);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(0);
            sparse.setLength(PAGES * PAGE);
        }
    }

    private LinearMemory map() throws IOException {
        return MappedFile.open(file, PAGES, 64, files);
    }

    /** Bytes of the file that mapping reads. */
    private long readByMap() throws IOException {
        files.bytesRead = 0;
        map().close();
        return files.bytesRead;
    }

    /** The files of this system, which count what is read from them. */
    private static final class CountingFiles implements MappableFiles {
        private final MappableFiles files = SystemFiles.current();
        long bytesRead;

        @Override
        public boolean shrinkWhileMapped() {
            return files.shrinkWhileMapped();
        }

        @Override
        public RandomAccessFile open(Path path, String mode) throws IOException {
            return new RandomAccessFile(path.toFile(), mode) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = super.read(bytes, offset, length);
                    bytesRead += Math.max(0, read);
                    return read;
                }
            };
        }

        @Override
        public void createSparse(Path path) throws IOException {
            files.createSparse(path);
        }

        @Override
        public MemorySegment map(RandomAccessFile file, MapMode mode, long byteSize, Arena arena) throws IOException {
            return files.map(file, mode, byteSize, arena);
        }

        @Override
        public void delete(Path path) throws IOException {
            files.delete(path);
        }
    }
}
