package dev.ashlar.memory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file system of a few pages, mounted for one test. */
final class SmallDisk implements AutoCloseable {
    private static final long IMAGE_BYTE_SIZE = 8 << 20;

    private final Path directory;

    /** The file that holds the disk, if it is one. */
    private final @Nullable Path image;

    private SmallDisk(Path directory, @Nullable Path image) {
        this.directory = directory;
        this.image = image;
    }

    /** Mounts an ext4 of 8 MiB that lies in a file; ends the test as not applicable where this user may not. */
    static SmallDisk format(int blockByteSize) throws IOException {
        Path image = Files.createTempFile("ashlar-disk-", ".img");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(IMAGE_BYTE_SIZE);
        }
        Path directory = Files.createTempDirectory("ashlar-disk-");
        boolean mounted = run("mkfs.ext4", "-q", "-F", "-b", Integer.toString(blockByteSize), image.toString())
                && run("mount", "-o", "loop", image.toString(), directory.toString());
        if (!mounted) {
            Files.delete(directory);
            Files.delete(image);
        }
        assumeTrue(mounted, "this test needs a disk of its own, and this user may not mount one");
        return new SmallDisk(directory, image);
    }

    /** Takes all room that there is, and returns the file that has it. */
    Path fill() throws IOException {
        Path filler = Files.createTempFile(directory, "filler-", null);
        for (int byteSize = 1 << 16; byteSize > 0; byteSize /= 2) {
            try (OutputStream output = Files.newOutputStream(filler, StandardOpenOption.APPEND)) {
                while (true) {
                    output.write(new byte[byteSize]);
                    output.flush();
                }
            } catch (IOException full) {
                // With a smaller piece, until there is no room for a byte.
            }
        }
        return filler;
    }

    /** Mounts a tmpfs of {@code pages} pages; ends the test as not applicable where this user may not mount. */
    static SmallDisk mount(long pages) throws IOException {
        Path directory = Files.createTempDirectory("ashlar-disk-");
        long byteSize = pages * LinearMemory.PAGE_BYTE_SIZE;
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + byteSize, "ashlar", directory.toString());
        if (!mounted) {
            Files.delete(directory);
        }
        assumeTrue(mounted, "this test needs a full disk, and this user may not mount a small one");
        return new SmallDisk(directory, null);
    }

    Path directory() {
        return directory;
    }

    void makeReadOnly() throws IOException {
        if (!run("mount", "-o", "remount,ro", directory.toString())) {
            throw new IOException("remounting failed: " + directory);
        }
    }

    @Override
    public void close() throws IOException {
        if (!run("umount", directory.toString())) {
            throw new IOException("a file on the disk is still open: " + directory);
        }
        Files.delete(directory);
        if (image != null) {
            Files.delete(image);
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
