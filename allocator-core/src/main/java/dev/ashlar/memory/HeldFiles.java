package dev.ashlar.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that memories of this process write, and their siblings: by path, and by identity, which hard links and
 * bind mounts share.
 *
 * <p>POSIX drops all locks that a process has on a file as soon as the process closes it anywhere. So a sibling whose
 * lock this process holds is never opened a second time: code that wants to open a sibling asks here first, and opens
 * it either under the monitor of this class or after entering it.
 */
final class HeldFiles {
    private static final Map<Object, Held> HELD = new HashMap<>();

    /**
     * Files and siblings that other code of this process has locked: left open for good, since closing one would drop
     * that lock.
     */
    private static final List<RandomAccessFile> KEPT_OPEN = new ArrayList<>();

    private HeldFiles() {}

    /** A file that a lock protects, or its sibling. */
    private record Held(WriterLock lock, boolean isSibling) {}

    /**
     * Enters a file, or a sibling, of a lock by a path or an identity.
     *
     * @throws IOException if another lock has already entered it
     */
    static synchronized void enter(Object key, WriterLock lock, boolean isSibling) throws IOException {
        Held held = HELD.get(key);
        if (held == null) {
            HELD.put(key, new Held(lock, isSibling));
        } else if (!held.lock.equals(lock)) {
            throw lock.refusal(sentence(held, isSibling));
        }
    }

    private static String sentence(Held held, boolean isSibling) {
        if (held.isSibling) {
            return "the " + (isSibling ? "lock" : "file") + " is the lock of a file that a memory of this process has"
                    + " mapped for writing: " + held.lock.file();
        }
        return isSibling
                ? "its lock would be a file that a memory of this process has mapped for writing"
                : "another memory of this process has the file mapped for writing; close it first";
    }

    /**
     * Shows that a writer has a file mapped. Under the monitor, so that a {@link #renewPresence renewal} meanwhile finds
     * the lock.
     */
    static synchronized void takePresence(WriterLock lock, RandomAccessFile file) throws IOException {
        lock.takePresence(file);
    }

    /** Renews the presence of the writer of a file, if this process has one: after closing the file elsewhere. */
    static synchronized void renewPresence(Path file, @Nullable Object key) {
        Held held = HELD.get(key == null ? file : key);
        if (held != null && !held.isSibling) {
            held.lock.renewPresence();
        }
    }

    /** Leaves a file open as long as the process runs. */
    static synchronized void keepOpen(RandomAccessFile file) {
        KEPT_OPEN.add(file);
    }

    /** Closes a file that was not mapped after all, unless it is to be left open. */
    static synchronized void close(RandomAccessFile file) throws IOException {
        if (!KEPT_OPEN.contains(file)) {
            file.close();
        }
    }

    /** Removes everything that a lock has entered. */
    static synchronized void leave(WriterLock lock) {
        HELD.values().removeIf(held -> held.lock.equals(lock));
    }

    /** Removes the siblings that a lock has entered. */
    static synchronized void leaveSiblings(WriterLock lock) {
        HELD.values().removeIf(held -> held.isSibling && held.lock.equals(lock));
    }

    /** Returns whether a path or an identity is that of a sibling whose lock this process holds. */
    static synchronized boolean isSibling(@Nullable Object key) {
        Held held = key == null ? null : HELD.get(key);
        return held != null && held.isSibling;
    }

    /**
     * The record in the sibling of a file, or null if there is none to read. Does not open the sibling if this process
     * writes the file.
     */
    static synchronized @Nullable LockRecord record(Path file, @Nullable Object key) throws IOException {
        Held held = HELD.get(file);
        if (held == null && key != null) {
            held = HELD.get(key);
        }
        if (held != null) {
            return held.lock.lastRecord();
        }
        Path sibling = LockFile.of(file);
        return HELD.containsKey(sibling) || HELD.containsKey(LockFile.identity(sibling))
                ? null
                : LockFile.read(sibling);
    }
}
