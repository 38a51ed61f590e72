package dev.ashlar.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a file, which all its names share: device and inode, where the file system has them. No two files
 * have the same identity as long as either is open.
 */
final class FileIdentity {
    private static final long FNV_BASIS = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01B3L;

    private FileIdentity() {}

    /** The identity of the file that a path leads to, or null where the file system has none. */
    static @Nullable Object of(Path path, LinkOption... options) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, options).fileKey();
    }

    /**
     * Returns whether a path still leads to a file with this identity; where there are no identities, whether any file
     * is there.
     */
    static boolean isStill(@Nullable Object key, Path path, LinkOption... options) throws IOException {
        try {
            return Objects.equals(key, of(path, options));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /**
     * The time of the last change of a file, in nanoseconds: of its contents or its attributes, which nobody can set
     * back; where the operating system does not tell that, of its contents.
     */
    static long changeTime(Path path) throws IOException {
        try {
            return ((FileTime) Files.getAttribute(path, "unix:ctime")).to(TimeUnit.NANOSECONDS);
        } catch (UnsupportedOperationException | IllegalArgumentException notKnown) {
            return Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS);
        }
    }

    /** The same identity as a number, for other processes: 0 where there is none. */
    static long number(@Nullable Object key) {
        if (key == null) {
            return 0;
        }
        long hash = FNV_BASIS;
        for (char c : key.toString().toCharArray()) {
            hash = (hash ^ c) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}
