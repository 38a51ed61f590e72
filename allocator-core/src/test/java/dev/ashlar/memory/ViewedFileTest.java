package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of any length, mapped for views: {@link Memory#mapReadOnly} and {@link Memory#mapPrivate}. */
class ViewedFileTest {
    /** More than the address space of a process on any of today's processors. */
    private static final long BEYOND_ADDRESS_SPACE = 1L << 58;

    @TempDir
    private Path folder;

    /** The two ways to map a file. */
    enum Way {
        READ_ONLY {
            @Override
            Memory map(Path path, Arena arena) throws IOException {
                return Memory.mapReadOnly(path, arena);
            }
        },
        PRIVATE {
            @Override
            Memory map(Path path, Arena arena) throws IOException {
                return Memory.mapPrivate(path, arena);
            }
        };

        abstract Memory map(Path path, Arena arena) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void map_whenThereIsNoFile_namesItAndCreatesNone(Way way) {
        Path missing = folder.resolve("missing");
        assertRefused(NoSuchFileException.class, missing, () -> way.map(missing, Arena.global()));
        assertThat(missing).doesNotExist();
        Path deep = folder.resolve("none/missing");
        assertRefused(NoSuchFileException.class, deep, () -> way.map(deep, Arena.global()));
    }

    @ParameterizedTest
    @EnumSource
    void map_whenItIsNoRegularFile_namesIt(Way way) throws IOException {
        assertRefused(FileSystemException.class, folder, () -> way.map(folder, Arena.global()))
                .hasMessageContaining("only a regular file can be mapped");
        Path device = Path.of("/dev/zero");
        if (Files.exists(device)) {
            assertRefused(FileSystemException.class, device, () -> way.map(device, Arena.global()));
        }
        Path archive = folder.resolve("archive.zip");
        try (FileSystem zip =
                FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of("create", "true"))) {
            Path inside = Files.writeString(zip.getPath("inside"), "text");
            assertRefused(FileSystemException.class, inside, () -> way.map(inside, Arena.global()))
                    .hasMessageContaining("only a file of the default file system can be mapped");
        }
    }

    @ParameterizedTest
    @EnumSource
    void map_whenTheFileIsLargerThanTheAddressSpace_namesIt(Way way) throws IOException {
        Path shared = Path.of("/dev/shm");
        Assumptions.assumeTrue(Files.isDirectory(shared), "no file system for huge sparse files");
        Path huge = shared.resolve("ashlar-test-huge-" + ProcessHandle.current().pid() + "-" + way);
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            try {
                file.setLength(BEYOND_ADDRESS_SPACE);
            } catch (IOException tooLong) {
                Assumptions.abort("no file system for huge sparse files");
            }
            assertRefused(FileSystemException.class, huge, () -> way.map(huge, Arena.global()))
                    .hasMessageContaining("file cannot be mapped: byteSize=" + BEYOND_ADDRESS_SPACE);
        } finally {
            Files.deleteIfExists(huge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void map_whenTheFileIsALock_isRefused(Way way) throws IOException {
        Path file = folder.resolve("memory");
        try (LinearMemory _ = LinearMemory.map(file, 1, 1)) {
            Path lock = folder.resolve("memory.lock");
            assertRefused(FileSystemException.class, lock, () -> way.map(lock, Arena.global()));
        }
    }

    @ParameterizedTest
    @EnumSource
    @SuppressWarnings("NullAway") // null on purpose
    void map_whenTheArenaIsUnfit_isRefused(Way way) throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        Arena closed = Arena.ofShared();
        closed.close();
        assertThatIllegalStateException().isThrownBy(() -> way.map(file, closed));
        try (Arena mine = Arena.ofConfined()) {
            Throwable[] thrown = new Throwable[1];
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            way.map(file, mine);
                        } catch (Throwable failure) {
                            thrown[0] = failure;
                        }
                    })
                    .join();
            assertThat(thrown[0]).isInstanceOf(WrongThreadException.class);
        }
        assertThatThrownBy(() -> way.map(file, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> way.map(null, Arena.global())).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @EnumSource
    void map_whenTheFileIsEmpty_hasNoBytes(Way way) throws IOException {
        Path file = Files.createFile(folder.resolve("empty"));
        try (Arena arena = Arena.ofConfined()) {
            Memory memory = way.map(file, arena);
            assertThat(memory.length()).isZero();
            assertThat(memory.isAlive()).isTrue();
            memory.checkRange(0, 0);
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> memory.loadI8(0));
        }
        assertThat(file).hasSize(0);
    }

    @ParameterizedTest
    @EnumSource
    void map_hasExactlyTheBytesOfTheFile(Way way) throws IOException {
        for (int length : new int[] {1, 7, 4_095, 4_096, 4_097, 65_537}) {
            byte[] bytes = new byte[length];
            bytes[length - 1] = 42;
            Path file = Files.write(folder.resolve("file" + length), bytes);
            try (Arena arena = Arena.ofConfined()) {
                Memory memory = way.map(file, arena);
                assertThat(memory.length()).isEqualTo(length);
                assertThat(memory.loadI8(length - 1)).isEqualTo(42);
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> memory.loadI8(length));
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> memory.loadI16(length - 1));
                Files.write(file, new byte[10], StandardOpenOption.APPEND);
                assertThat(memory.length()).isEqualTo(length);
            }
            assertThat(file).hasSize(length + 10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void close_ofTheArena_endsTheHandle(Way way) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
        Arena arena = Arena.ofShared();
        Memory memory = way.map(file, arena);
        memory.close();
        assertThat(memory.isAlive()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(memory::free)
                .withMessage("free of memory that no allocator owns: offset=0 length=3");
        assertThat(memory.whole()).isNull();
        arena.close();
        assertThat(memory.isAlive()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> memory.loadI8(0))
                .withMessage(
                        "access to memory that is closed; close it after the last use of its handles and views: offset=0");
        Files.delete(file);
    }

    @Test
    void store_whenReadOnly_isRefused() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
        try (Arena arena = Arena.ofConfined()) {
            Memory memory = Memory.mapReadOnly(file, arena);
            assertThat(memory.isReadOnly()).isTrue();
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> memory.storeI8(0, 9))
                    .withMessage("store to memory that is read-only: offset=0 byteSize=1 handleOffset=0");
        }
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void store_whenPrivate_doesNotReachTheFile() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
        try (Arena arena = Arena.ofConfined();
                Arena other = Arena.ofConfined()) {
            Memory memory = Memory.mapPrivate(file, arena);
            Memory second = Memory.mapPrivate(file, other);
            assertThat(memory.isReadOnly()).isFalse();
            memory.storeI8(0, 9);
            assertThat(memory.loadI8(0)).isEqualTo(9);
            assertThat(second.loadI8(0)).isEqualTo(1);
        }
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @ParameterizedTest
    @EnumSource
    void access_whenTheFileWasCutShort_isAnInternalError(Way way) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[3 * 65_536]);
        try (Arena arena = Arena.ofShared()) {
            Memory memory = way.map(file, arena);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(1);
            }
            assertThatExceptionOfType(InternalError.class).isThrownBy(() -> memory.loadI8(2 * 65_536));
            assertThatExceptionOfType(InternalError.class).isThrownBy(() -> memory.loadBytes(2 * 65_536, 100));
            assertThat(memory.length()).isEqualTo(3 * 65_536);
        }
    }

    @ParameterizedTest
    @EnumSource
    void map_whenTheThreadIsInterrupted_works(Way way) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
        try (Arena arena = Arena.ofConfined()) {
            Thread.currentThread().interrupt();
            Memory memory = way.map(file, arena);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(memory.loadI8(2)).isEqualTo(3);
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            Class<? extends IOException> type, Path path, ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(type).hasMessageContaining(path.toString());
    }
}
