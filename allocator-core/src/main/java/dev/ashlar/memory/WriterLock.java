package dev.ashlar.memory;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lock that keeps a second writer of a mapped file out. It is on the sibling file {@code <file>.lock}, which is not
 * deleted and holds a {@link SizeNote}. {@link HeldFiles} keeps out other writers in this process, and the lock those
 * in other processes.
 *
 * <p>The lock is not on the file itself, and the sibling is opened once at most, because POSIX drops all locks that a
 * process has on a file as soon as the process closes it anywhere. Other code of the process may still do that, and
 * anybody may delete the sibling, rename the file or use a hard link. So there is a {@link PresenceLock} on the file
 * too; and because that can be lost as well, {@link #requireHeld} checks before each change of the file that the
 * sibling still has what this writer wrote there last, and that both names still lead to the same files.
 */
final class WriterLock {
    private static final int ATTEMPTS = 100;

    private final Path file;
    private final Path path;
    private boolean isSiblingNew;
    private @Nullable Object fileKey;
    private @Nullable Object siblingKey;
    private @Nullable RandomAccessFile sibling;
    private volatile @Nullable SizeNote note;
    private @Nullable PresenceLock presence;

    private WriterLock(Path file) {
        this.file = file;
        this.path = LockFile.of(file);
    }

    /**
     * Takes the lock of {@code file}, which need not exist yet.
     *
     * @param file its real path, so that every symbolic link to it leads to one lock
     * @throws FileSystemException if another writer holds it, or the sibling is not a lock file of ours
     * @throws IOException if the sibling cannot be opened or locked
     */
    static WriterLock take(Path file) throws IOException {
        WriterLock lock = new WriterLock(file);
        try {
            lock.enterFile();
            for (int attempt = 0; !lock.lockSibling(); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw lock.refusal("its lock is deleted and made again all the time");
                }
            }
            return lock;
        } catch (Throwable failure) {
            lock.abandon();
            throw failure;
        }
    }

    /** Enters the file by its path and its identity, before its sibling, or itself, is opened. */
    private void enterFile() throws IOException {
        HeldFiles.enter(file, this, false);
        if (Files.exists(file)) {
            fileKey = FileIdentity.of(file);
            if (fileKey != null) {
                HeldFiles.enter(fileKey, this, false);
            }
        }
    }

    /** Locks the sibling, and returns whether that succeeded; if not, somebody has replaced the sibling meanwhile. */
    private boolean lockSibling() throws IOException {
        isSiblingNew |= createSibling();
        RandomAccessFile opened;
        Object before;
        try {
            before = LockFile.requirePlausible(path).fileKey();
            HeldFiles.enter(path, this, true);
            if (before != null) {
                HeldFiles.enter(before, this, true);
            }
            opened = new RandomAccessFile(path.toFile(), "rw");
        } catch (NoSuchFileException deletedMeanwhile) {
            return false;
        }
        sibling = opened;
        LockFile.requireOwn(opened, path);
        lock(opened);
        if (!FileIdentity.isStill(before, path, NOFOLLOW_LINKS)) {
            opened.close();
            HeldFiles.leaveSiblings(this);
            return false;
        }
        siblingKey = before;
        note = new SizeNote(opened);
        return true;
    }

    private boolean createSibling() throws IOException {
        try {
            return LockFile.create(path);
        } catch (NoSuchFileException noFolder) {
            throw refusal("the folder of the file does not exist");
        } catch (FileSystemException refused) {
            FileSystemException refusal = new FileSystemException(
                    file.toString(),
                    path.toString(),
                    "mapping for writing needs a lock beside the file, which cannot be made: " + reason(refused));
            refusal.initCause(refused);
            throw refusal;
        }
    }

    private static String reason(FileSystemException refused) {
        return refused instanceof AccessDeniedException ? "access denied" : String.valueOf(refused.getReason());
    }

    private void lock(RandomAccessFile opened) throws IOException {
        try {
            if (opened.getChannel().tryLock() == null) {
                throw heldElsewhere();
            }
        } catch (OverlappingFileLockException lockedByOtherCode) {
            // Closing the sibling would drop the lock that other code of this process holds.
            HeldFiles.keepOpen(opened);
            sibling = null;
            throw new FileSystemException(
                    file.toString(), path.toString(), "other code of this process has the file mapped for writing");
        }
    }

    /** The file that the lock protects. */
    Path file() {
        return file;
    }

    /**
     * Takes charge of the file, which has just been opened: restores the size from before if a killed process was
     * changing it, and gives the sibling the file's mode.
     *
     * @throws FileSystemException if another writer has the file, which has lost its lock or came by another name, or
     *     somebody else has locked it
     */
    void guard(RandomAccessFile opened) throws IOException {
        Object key = FileIdentity.of(file);
        if (fileKey == null && key != null) {
            HeldFiles.enter(key, this, false);
            fileKey = key;
        }
        if (!Objects.equals(fileKey, key)) {
            throw refusal("another file was put in the place of the file meanwhile");
        }
        HeldFiles.takePresence(this, opened);
        LockFile.follow(path, file);
        try (SizeLock _ = SizeLock.take(opened)) {
            note().settle(file, opened, key);
        }
    }

    /** Shows that the file is mapped. Called under the monitor of {@link HeldFiles}. */
    void takePresence(RandomAccessFile opened) throws IOException {
        try {
            presence = PresenceLock.take(opened);
        } catch (OverlappingFileLockException lockedByOtherCode) {
            // Closing the file would drop the lock that other code of this process holds.
            HeldFiles.keepOpen(opened);
            throw refusal("other code of this process has the file mapped for writing, or has locked it");
        }
        if (presence == null) {
            throw refusal("another process has the file mapped for writing, by another name or without its lock,"
                    + " or has locked it");
        }
    }

    /**
     * Shows again that the file is mapped, after code of this process has closed it. Called under the monitor of {@link
     * HeldFiles}.
     */
    void renewPresence() {
        if (presence != null) {
            presence.renew();
        }
    }

    /** Refuses a file that was removed from its path, or replaced there, while it was being checked. */
    void requireFile() throws IOException {
        if (!FileIdentity.isStill(fileKey, file)) {
            throw refusal("the file was deleted, renamed or replaced while it was being mapped");
        }
    }

    /** The note in the sibling about the size of the file. */
    SizeNote note() {
        return Objects.requireNonNull(note);
    }

    /** The record in the sibling, or null before it is locked. */
    @Nullable
    LockRecord lastRecord() {
        SizeNote taken = note;
        return taken == null ? null : taken.last();
    }

    /**
     * Refuses to go on if another writer has taken the lock, or could have: because the sibling or the file was
     * deleted, renamed or replaced.
     *
     * @throws IllegalStateException if so
     */
    void requireHeld() {
        try {
            if (!note().isOwn()) {
                throw lost("another writer has opened the file", null);
            }
            if (!FileIdentity.isStill(siblingKey, path, NOFOLLOW_LINKS)) {
                throw lost("the lock of the file was deleted, renamed or replaced", null);
            }
            if (!FileIdentity.isStill(fileKey, file)) {
                throw lost("the file was deleted, renamed or replaced", null);
            }
        } catch (IOException unknown) {
            throw lost("the lock of the file cannot be read", unknown);
        }
    }

    /** Returns whether {@link #requireHeld} would not refuse. */
    boolean isHeld() {
        try {
            requireHeld();
            return true;
        } catch (IllegalStateException lost) {
            return false;
        }
    }

    /** The exception for a memory whose file has, or may have, another writer. */
    IllegalStateException lost(String reason, @Nullable IOException cause) {
        return new IllegalStateException(
                reason + " since it was mapped, so that this memory neither grows nor is flushed: file=" + file, cause);
    }

    /** Notes that the file is no longer mapped, and has this many bytes. */
    void closed(long byteSize) throws IOException {
        note().closed(file, byteSize);
    }

    /** Lets the next writer in. */
    void release() {
        try {
            if (sibling != null) {
                sibling.close();
            }
        } catch (IOException released) {
            // Closing a file releases its locks even if it reports a failure.
        } finally {
            HeldFiles.leave(this);
        }
    }

    /**
     * Lets the next writer in, and deletes the sibling if it was created for this lock: for a writer that has the lock
     * but could not open the file.
     */
    void abandon() {
        try {
            LockRecord record = lastRecord();
            if (isSiblingNew && record != null && record.kind() == LockRecord.SETTLED) {
                Files.deleteIfExists(path);
            }
        } catch (IOException leftBehind) {
            // A lock file that nobody has locked does no harm.
        } finally {
            release();
        }
    }

    /** The refusal to map the file. */
    FileSystemException refusal(String reason) {
        return new FileSystemException(file.toString(), null, reason);
    }

    private FileSystemException heldElsewhere() {
        return new FileSystemException(
                file.toString(), path.toString(), "another process has the file mapped for writing");
    }
}
