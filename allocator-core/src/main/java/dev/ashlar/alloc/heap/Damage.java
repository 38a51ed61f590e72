package dev.ashlar.alloc.heap;

import dev.ashlar.memory.HeapDamagedException;
import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The exceptions for heaps that are not as they must be: apart from the code that finds out, so that it stays small. */
final class Damage {
    private Damage() {}

    /** The refusal to open what is no heap, or is damaged. */
    static HeapFormatException format(LinearMemory memory, long address, String sentence, String facts) {
        Path file = memory.file();
        boolean isBesideWriter = file != null && memory.whole().isReadOnly();
        return new HeapFormatException(sentence
                + (isBesideWriter ? "; if a writer is changing it now, map and open it again" : "") + ": address="
                + address + (facts.isEmpty() ? "" : " " + facts) + (file == null ? "" : " file=" + file));
    }

    /** A stray store has hit the bookkeeping of a heap that is in use. */
    static HeapDamagedException found(long address, String what, long found) {
        return new HeapDamagedException("heap is damaged, something wrote into its bookkeeping: " + what + ": address="
                + address + " found=0x" + Long.toHexString(found));
    }

    /** A change is refused because another one was not completed. */
    static IllegalStateException unsettled(Journal journal) {
        Throwable cause = journal.failure;
        String sentence = cause == null
                ? "an error has cut a change of the heap off, such as a StackOverflowError, or another thread is making one,"
                        + " which is for one thread at a time"
                : "an error has cut a change of the heap off";
        return new IllegalStateException(
                sentence + "; recover() makes the heap whole" + (journal.isPersistent() ? ", as does opening it again" : "")
                        + ": change=" + journal.change + " movedTo=" + journal.movedTo + nameOf(cause),
                cause);
    }

    /** A change is refused because another writer has opened the heap since this one has. */
    static IllegalStateException otherWriter(Preamble preamble) {
        Path file = preamble.memory().file();
        long process = ProcessMark.number(preamble.process());
        return new IllegalStateException(
                "another writer has opened the heap, so that this one changes nothing any more; close the memory, and open"
                        + " it again when the other one is done: address=" + preamble.start()
                        + (file == null ? "" : " file=" + file) + (process == 0 ? "" : " writerProcess=" + process));
    }

    /** The indexes on the Java heap are not as one thread leaves them. */
    static IllegalStateException severalThreads() {
        return severalThreads(null);
    }

    static IllegalStateException severalThreads(@Nullable Throwable cause) {
        return new IllegalStateException(
                "several threads at once have used a heap that is for one thread at a time, and have"
                        + " mixed its lists up; recover() makes it whole",
                cause);
    }

    private static String nameOf(@Nullable Throwable cause) {
        return cause == null ? "" : " cause=" + cause;
    }
}
