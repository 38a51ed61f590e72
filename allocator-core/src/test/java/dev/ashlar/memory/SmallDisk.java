package dev.ashlar.memory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few pages, mounted for one test. */
final class SmallDisk implements AutoCloseable {
    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
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
        return new SmallDisk(directory);
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
