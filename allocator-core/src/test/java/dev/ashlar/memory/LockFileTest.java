package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sibling of a mapped file: ours or left alone; and memories without heaps whose lock is lost. */
class LockFileTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @TempDir
    Path directory;

    private Path file;
    private Path sibling;

    @BeforeEach
    void name() {
        file = directory.resolve("heap");
        sibling = directory.resolve("heap.lock");
    }

    @Test
    void map_whereSomebodyElsesFileHasTheNameOfTheLock_isRefused_andLeavesItAsItWas() throws IOException {
        for (String contents : new String[] {"x", "notes of a user", "a".repeat(64), "b".repeat(100_000)}) {
            Files.writeString(sibling, contents);
            assertRefused();
            assertThat(sibling).hasContent(contents);
        }
    }

    @Test
    void map_whereAHeapHasTheNameOfTheLock_isRefused_alsoWhileItIsMapped() throws IOException {
        try (LinearMemory memory = LinearMemory.map(sibling, 1, 2)) {
            memory.storeI64(0, 42);
            assertRefused();
            assertThat(memory.grow(1)).isEqualTo(1);
        }
        assertRefused();
        try (LinearMemory memory = LinearMemory.map(sibling, 1, 2)) {
            assertThat(memory.loadI64(0)).isEqualTo(42);
        }
    }

    @Test
    void map_whereALinkHasTheNameOfTheLock_isRefused_andWhereItLeadsToIsAsItWas() throws IOException {
        Path victim = Files.writeString(directory.resolve("victim"), "0123456789abcdef0123456789abcdef");
        Files.createSymbolicLink(sibling, victim);
        assertRefused();
        assertThat(victim).hasContent("0123456789abcdef0123456789abcdef");
        Files.delete(sibling);
        Files.createSymbolicLink(sibling, Files.createFile(directory.resolve("empty")));
        assertRefused();
        assertThat(directory.resolve("empty")).isEmptyFile();
        Files.delete(sibling);
        Files.createSymbolicLink(sibling, directory.resolve("missing"));
        assertRefused();
        assertThat(directory.resolve("missing")).doesNotExist();
    }

    @Test
    void map_whereAFolderHasTheNameOfTheLock_isRefused() throws IOException {
        Files.createDirectory(sibling);
        assertRefused();
        assertThat(sibling).isDirectory();
    }

    @Test
    void map_whereTheMakerOfTheLockWasKilled_takesIt() throws IOException {
        Files.createFile(sibling);
        LinearMemory.map(file, 1, 1).close();
        assertThat(Files.readString(sibling, StandardCharsets.ISO_8859_1)).startsWith("AshlarLk");
        assertThat(Files.size(sibling)).isEqualTo(LockRecord.BYTE_SIZE);
    }

    @Test
    void theLockHasTheModeAndTheGroupOfItsFile() throws IOException {
        assumeTrue(Files.getFileAttributeView(directory, PosixFileAttributeView.class) != null, "no modes here");
        LinearMemory.map(file, 1, 1).close();
        assertThat(Files.getPosixFilePermissions(sibling)).isEqualTo(Files.getPosixFilePermissions(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        GroupPrincipal group = otherGroup();
        if (group != null) {
            Files.getFileAttributeView(file, PosixFileAttributeView.class).setGroup(group);
        } else {
            System.out.println("the group is not looked at: only root can set one here");
        }
        LinearMemory.map(file, 1, 1).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sibling)))
                .isEqualTo("rw-rw----");
        assertThat(Files.readAttributes(sibling, PosixFileAttributes.class).group())
                .isEqualTo(Files.readAttributes(file, PosixFileAttributes.class).group());
    }

    private @Nullable GroupPrincipal otherGroup() {
        try {
            GroupPrincipal group =
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName("daemon");
            Path probe = Files.createFile(directory.resolve("probe"));
            Files.getFileAttributeView(probe, PosixFileAttributeView.class).setGroup(group);
            return group;
        } catch (IOException noSuchGroup) {
            return null;
        }
    }

    @Test
    void theLockOfAMappedFile_isNeverOpened() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 1, 4)) {
            Path hardFile = Files.createLink(directory.resolve("hard"), file);
            Path hardLock = Files.createLink(directory.resolve("other.lock"), sibling);
            Path linkToLock = Files.createSymbolicLink(directory.resolve("link"), sibling);
            for (Path name : new Path[] {sibling, hardLock, linkToLock}) {
                assertThatIOException()
                        .isThrownBy(() -> LinearMemory.map(name, 0, 1))
                        .withMessageContaining(name.toString())
                        .withMessageContaining("lock");
                assertThatIOException()
                        .isThrownBy(() -> LinearMemory.mapReadOnly(name))
                        .withMessageContaining(name.toString())
                        .withMessageContaining("lock");
            }
            Path other = directory.resolve("other");
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(other, 1, 1))
                    .withMessageContaining(other.toString())
                    .withMessageContaining("lock");
            assertThat(other).doesNotExist();
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(hardFile, 1, 1))
                    .withMessageContaining("another memory of this process");
            LinearMemory.mapReadOnly(hardFile).close();
            LinearMemory.mapReadOnly(file).close();
            assertThat(directory.resolve("hard.lock")).doesNotExist();
            try (OtherProcess process = OtherProcess.mapping(file)) {
                assertThat(process.answer()).contains("another process has the file mapped");
            }
            assertThat(memory.grow(1)).isEqualTo(1);
        }
    }

    @Test
    void grow_whenTheLockWasDeleted_isRefused() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 1, 4)) {
            Files.delete(sibling);
            assertStopped(memory);
            try (LinearMemory second = mapInAnotherName(file)) {
                assertStopped(memory);
                assertThat(second.pages()).isEqualTo(1);
            }
        }
        LinearMemory.map(file, 1, 4).close();
    }

    /** In this process the first memory still has the file by its path. */
    private LinearMemory mapInAnotherName(Path mapped) throws IOException {
        assertThatIOException().isThrownBy(() -> LinearMemory.map(mapped, 1, 1));
        return LinearMemory.mapReadOnly(mapped);
    }

    @Test
    void grow_whenTheFileWasRenamedOrReplaced_isRefused_untilItIsBack() throws IOException {
        Path elsewhere = directory.resolve("elsewhere");
        try (LinearMemory memory = LinearMemory.map(file, 1, 4)) {
            Files.move(file, elsewhere);
            assertStopped(memory);
            Files.write(file, new byte[(int) PAGE]);
            assertStopped(memory);
            Files.delete(file);
            Files.move(elsewhere, file);
            assertThat(memory.grow(1)).isEqualTo(1);
            memory.flush();
        }
    }

    @Test
    void grow_whenAnotherProcessHasTheLock_isRefused_andItsStoresStay() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 1, 4)) {
            // Any library may do this. It drops the locks of the whole process.
            assertThat(Files.readAllBytes(sibling)).hasSize(LockRecord.BYTE_SIZE);
            assertThat(Files.readAllBytes(file)).hasSize((int) PAGE);
            assertThat(memory.grow(1)).isEqualTo(1);
            try (OtherProcess other = OtherProcess.mapping(file)) {
                assumeTrue(
                        other.answer().equals("mapped"), "this system keeps a lock when the file is closed elsewhere");
                assertStopped(memory);
            }
            assertStopped(memory);
            assertThat(memory.loadI64(0)).isEqualTo(1);
            assertThat(Files.size(file)).isEqualTo(2 * PAGE);
        }
        LinearMemory.map(file, 1, 4).close();
    }

    @Test
    void grow_whenTheFileHasAnotherSize_isRefused_andWhatWasAddedStays() throws IOException {
        try (LinearMemory memory = LinearMemory.map(file, 1, 4)) {
            byte[] longer = new byte[2 * (int) PAGE];
            longer[(int) PAGE] = 7;
            Files.write(file, longer);
            assertThatIllegalStateException()
                    .isThrownBy(() -> memory.grow(1))
                    .withMessageContaining("size")
                    .withMessageContaining(file.toString());
        }
        assertThat(Files.readAllBytes(file)[(int) PAGE]).isEqualTo((byte) 7);
    }

    /** A refused copy must not close the file: that would drop the lock of the first copy too. */
    @Test
    void map_byAHardLink_afterASecondCopyOfTheLibraryWasRefused_isRefused() throws Exception {
        Path hard = directory.resolve("hard");
        try (LinearMemory memory = LinearMemory.map(file, 1, 4);
                URLClassLoader copy = copyOfTheLibrary()) {
            Files.createLink(hard, file);
            Class<?> option = copy.loadClass(MapOption.class.getName());
            Method map = copy.loadClass(LinearMemory.class.getName())
                    .getMethod("map", Path.class, long.class, long.class, option.arrayType());
            assertThatThrownBy(() -> map.invoke(null, hard, 1, 4, Array.newInstance(option, 0)))
                    .rootCause()
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining("other code of this process has the file mapped for writing")
                    .hasMessageContaining(hard.toString());
            requireRefused(hard);
            assertThat(memory.grow(1)).isEqualTo(1);
        }
        LinearMemory.map(hard, 1, 4).close();
    }

    private static URLClassLoader copyOfTheLibrary() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String path : OtherProcess.classPath().split(File.pathSeparator, -1)) {
            urls.add(Path.of(path).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), null);
    }

    @Test
    void map_whenTheProgramHasLockedTheFileItself_isRefused_andLeavesThatLock() throws IOException {
        LinearMemory.map(file, 1, 4).close();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(file, 1, 4))
                    .withMessageContaining("has locked it")
                    .withMessageContaining(file.toString());
            assertThat(lock.isValid()).isTrue();
            requireRefused(file);
        }
        LinearMemory.map(file, 1, 4).close();
    }

    private static void requireRefused(Path name) throws IOException {
        try (OtherProcess other = OtherProcess.mapping(name)) {
            assertThat(other.answer()).contains(name + ": another process has the file mapped for writing");
        }
    }

    @Test
    void map_ofANewFileThatIsRefused_leavesNothingBehind() throws IOException {
        Files.writeString(sibling, "somebody's");
        assertRefused();
        assertThat(file).doesNotExist();
        Path odd = Files.write(directory.resolve("odd"), new byte[5]);
        assertThatIOException().isThrownBy(() -> LinearMemory.map(odd, 1, 1));
        assertThat(directory.resolve("odd.lock")).doesNotExist();
    }

    private static void assertStopped(LinearMemory memory) {
        String name = Objects.requireNonNull(memory.file()).toString();
        assertThatIllegalStateException().isThrownBy(() -> memory.grow(1)).withMessageContaining("file=" + name);
        assertThatIllegalStateException()
                .isThrownBy(() -> memory.ensureCapacity(memory.byteSize() + 1))
                .withMessageContaining("file=" + name);
        assertThatIllegalStateException().isThrownBy(memory::flush).withMessageContaining("file=" + name);
        assertThat(memory.grow(0)).isEqualTo(memory.pages());
    }

    private void assertRefused() {
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.map(file, 1, 1))
                .withMessageContaining(sibling.getFileName().toString().replace(".lock", ""))
                .withMessageContaining("lock");
        assertThat(file).doesNotExist();
    }
}
