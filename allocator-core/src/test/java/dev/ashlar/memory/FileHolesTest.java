package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.alloc.LinkedListAllocator;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sparse files as memories, on disks that are full or fill up. */
class FileHolesTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;
    private static final int PAGES = 40;

    /** Places of data in the sparse file, so that holes start and end everywhere. */
    private static final long[] DATA = {0, PAGE + 700, 5 * PAGE - 1, 9 * PAGE + 4096, 39 * PAGE};

    /** The file systems: those of 1 KiB blocks have holes that are smaller than a page of the operating system. */
    enum Disk {
        TMPFS {
            @Override
            SmallDisk mount() throws IOException {
                return SmallDisk.mount(2L * PAGES);
            }
        },
        EXT4 {
            @Override
            SmallDisk mount() throws IOException {
                return SmallDisk.format(4096);
            }
        },
        EXT4_OF_SMALL_BLOCKS {
            @Override
            SmallDisk mount() throws IOException {
                return SmallDisk.format(1024);
            }
        };

        abstract SmallDisk mount() throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void map_ofASparseFileOnAFullDisk_isRefused_andTheFileIsAsBefore(Disk kind) throws IOException {
        try (SmallDisk disk = kind.mount()) {
            Path file = sparse(disk);
            byte[] before = Files.readAllBytes(file);
            // The sibling needs room too.
            LinearMemory.map(file, 1, PAGES, MapOption.ASSUME_ALLOCATED).close();
            Path filler = disk.fill();
            assertThatIOException()
                    .isThrownBy(() -> LinearMemory.map(file, 1, PAGES))
                    .withMessageContaining(file.toRealPath() + ": no room for the holes of the file: offset=")
                    .withMessageContaining("No space left");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            Files.delete(filler);
            LinearMemory.map(file, 1, PAGES).close();
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void store_whenTheDiskFillsUpAfterMapping_reachesEveryByte(Disk kind) throws IOException {
        try (SmallDisk disk = kind.mount()) {
            Path file = sparse(disk);
            try (LinearMemory memory = LinearMemory.map(file, 1, PAGES)) {
                disk.fill();
                for (long address = 0; address < memory.byteSize(); address += 512) {
                    if (memory.loadI64(address + 8) == 0) {
                        memory.storeI64(address + 8, address);
                    }
                }
                memory.flush();
            }
            try (LinearMemory memory = LinearMemory.mapReadOnly(file)) {
                for (long address = 0; address < memory.byteSize(); address += 512) {
                    assertThat(memory.loadI64(address + 8)).isEqualTo(address);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void map_whenTheFileIsAssumedToBeAllocated_takesNoRoom(Disk kind) throws IOException {
        try (SmallDisk disk = kind.mount()) {
            Path file = sparse(disk);
            long free = Files.getFileStore(file).getUnallocatedSpace();
            LinearMemory.map(file, 1, PAGES, MapOption.ASSUME_ALLOCATED).close();
            assertThat(Files.getFileStore(file).getUnallocatedSpace()).isGreaterThan(free - PAGE);
            LinearMemory.map(file, 1, PAGES).close();
            assertThat(Files.getFileStore(file).getUnallocatedSpace()).isLessThan(free - (PAGES - 10) * PAGE);
        }
    }

    /** Anybody may make a file longer that a heap lies in. */
    @ParameterizedTest
    @EnumSource
    void growthOfAHeap_whenTheFileWasMadeLonger_fillsTheHole(Disk kind) throws IOException {
        try (SmallDisk disk = kind.mount()) {
            Path path = disk.directory().resolve("heap");
            try (LinearMemory memory = LinearMemory.map(path, 1, 4L * PAGES)) {
                LinkedListAllocator heap = LinkedListAllocator.openOrCreate(memory);
                try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                    file.setLength(PAGES * PAGE);
                }
                long free = Files.getFileStore(path).getUnallocatedSpace();
                heap.allocateAddress(2 * PAGE);
                assertThat(memory.pages()).isEqualTo(PAGES);
                assertThat(Files.getFileStore(path).getUnallocatedSpace()).isLessThan(free - (PAGES - 10) * PAGE);
            }
            Path other = disk.directory().resolve("other");
            try (LinearMemory memory = LinearMemory.map(other, 1, 4L * PAGES)) {
                LinkedListAllocator heap = LinkedListAllocator.openOrCreate(memory);
                try (RandomAccessFile file = new RandomAccessFile(other.toFile(), "rw")) {
                    file.setLength(3L * PAGES * PAGE);
                }
                disk.fill();
                assertThatIllegalStateException()
                        .isThrownBy(() -> heap.allocateAddress(2 * PAGE))
                        .withMessageStartingWith("the size of the file was changed");
                assertThat(memory.pages()).isEqualTo(1);
            }
        }
    }

    private static Path sparse(SmallDisk disk) throws IOException {
        Path path = disk.directory().resolve("sparse");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(PAGES * PAGE);
            for (long place : DATA) {
                file.seek(place);
                file.write(42);
            }
            file.getFD().sync();
        }
        return path;
    }
}
