package dev.ashlar.memory;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sibling {@code <file>.lock} of a mapped file, as a file: created, or recognized by its magic number, and never
 * reached through a link. Anything else with that name is refused and left alone.
 *
 * <p>An empty file is taken for one whose creator was killed: it contains nothing worth keeping.
 */
final class LockFile {
    private static final Set<PosixFilePermission> OF_GROUP = EnumSet.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE);

    private LockFile() {}

    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    /** Creates the sibling; returns {@code false} if it was there before. */
    static boolean create(Path sibling) throws IOException {
        try {
            Files.createFile(sibling);
            return true;
        } catch (FileAlreadyExistsException found) {
            return false;
        }
    }

    /**
     * Refuses what cannot be a sibling of ours, without opening it, because opening may do harm: a pipe blocks, a lock
     * is lost.
     */
    static BasicFileAttributes requirePlausible(Path sibling) throws IOException {
        BasicFileAttributes found = Files.readAttributes(sibling, BasicFileAttributes.class, NOFOLLOW_LINKS);
        if (!found.isRegularFile() || (found.size() != 0 && found.size() != LockRecord.BYTE_SIZE)) {
            throw foreign(sibling);
        }
        return found;
    }

    /** Refuses an open file that is neither empty nor has the magic number of a sibling. */
    static void requireOwn(RandomAccessFile opened, Path sibling) throws IOException {
        long byteSize = opened.length();
        if (byteSize != 0 && (byteSize != LockRecord.BYTE_SIZE || opened.readLong() != LockRecord.MAGIC)) {
            throw foreign(sibling);
        }
    }

    private static FileSystemException foreign(Path sibling) {
        return new FileSystemException(
                sibling.toString(),
                null,
                "no lock of a mapped file, which is what the name is needed for; move it away, or map another file");
    }

    /** The identity of a sibling, or its path if it has none or does not exist. */
    static Object identity(Path sibling) throws IOException {
        try {
            Object key = FileIdentity.of(sibling, NOFOLLOW_LINKS);
            return key == null ? sibling : key;
        } catch (NoSuchFileException none) {
            return sibling;
        }
    }

    /** Reads the record in a sibling, for a reader of the file; null if there is no sibling, or it cannot be read. */
    static @Nullable LockRecord read(Path sibling) throws IOException {
        if (!Files.isRegularFile(sibling, NOFOLLOW_LINKS)) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(LockRecord.BYTE_SIZE);
        try (FileChannel channel = FileChannel.open(sibling, StandardOpenOption.READ, NOFOLLOW_LINKS)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // A sibling that is too short has no record.
            }
            return bytes.hasRemaining() ? null : LockRecord.of(bytes.array());
        } catch (ClosedByInterruptException interrupted) {
            throw interrupted;
        } catch (IOException notForThisUser) {
            return null;
        }
    }

    /**
     * Gives a sibling the mode and the group of its file, so that whoever may write the one can lock the other. Leaves
     * it as it is if this user may not change it. If only the group cannot be set, the mode gives the group no
     * permissions.
     */
    static void follow(Path sibling, Path file) {
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(sibling, PosixFileAttributeView.class, NOFOLLOW_LINKS);
            if (view == null) {
                return;
            }
            PosixFileAttributes wanted = Files.readAttributes(file, PosixFileAttributes.class);
            PosixFileAttributes found = view.readAttributes();
            Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
            mode.addAll(wanted.permissions());
            if (!wanted.group().equals(found.group()) && !setGroup(view, wanted)) {
                mode.removeAll(OF_GROUP);
            }
            if (!mode.equals(found.permissions())) {
                view.setPermissions(mode);
            }
        } catch (IOException | UnsupportedOperationException ofAnotherUser) {
            // Its owner has chosen its mode.
        }
    }

    private static boolean setGroup(PosixFileAttributeView view, PosixFileAttributes wanted) {
        try {
            view.setGroup(wanted.group());
            return true;
        } catch (IOException notAMember) {
            return false;
        }
    }
}
