package dev.ashlar.alloc.heap;

import dev.ashlar.memory.HeapDamagedException;
import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The exceptions for heaps in an invalid state, kept out of the code that checks, so that it stays small. */
final class Damage {
    private Damage() {}

    /** The exception for opening something that is not a heap, or a heap that is damaged. */
    static HeapFormatException format(LinearMemory memory, long address, String sentence, String facts) {
        Path file = memory.file();
        boolean isBesideWriter = file != null && memory.whole().isReadOnly();
        return new HeapFormatException(sentence
                + (isBesideWriter ? "; if a writer is changing it now, map and open it again" : "") + ": address="
                + address + (facts.isEmpty() ? "" : " " + facts) + (file == null ? "" : " file=" + file));
    }

    /** The exception for a heap in use whose bookkeeping a stray store has damaged. */
    static HeapDamagedException found(long address, String what, long found) {
        return new HeapDamagedException("heap is damaged, something wrote into its bookkeeping: " + what + ": address="
                + address + " found=0x" + Long.toHexString(found));
    }

    /** The exception for a change that is refused because another one was not completed. */
    static IllegalStateException unsettled(Journal journal) {
        Throwable cause = journal.failure;
        String sentence = cause == null
                ? "an error has cut a change of the heap off, such as a StackOverflowError, or another thread is making one,"
                        + " which is for one thread at a time"
                : "an error has cut a change of the heap off";
        return new IllegalStateException(
                sentence + "; recover() makes the heap whole"
                        + (journal.isPersistent() ? ", as does opening it again" : "") + ": change=" + journal.change
                        + " movedTo=" + journal.movedTo + nameOf(cause),
                cause);
    }

    /** The exception for a change that is refused because another writer has opened the heap since. */
    static IllegalStateException otherWriter(Preamble preamble) {
        Path file = preamble.memory().file();
        long process = ProcessMark.number(preamble.process());
        return new IllegalStateException(
                "another writer has opened the heap, so that this one changes nothing any more; close the memory, and open"
                        + " it again when the other one is done: address=" + preamble.start()
                        + (file == null ? "" : " file=" + file) + (process == 0 ? "" : " writerProcess=" + process));
    }

    /** The exception for indexes on the Java heap in a state that a single thread cannot leave them in. */
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
