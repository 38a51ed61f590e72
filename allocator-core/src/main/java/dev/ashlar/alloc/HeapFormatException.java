package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import java.nio.file.Path;

/**
 * What was to be opened is no heap, or one that is damaged, cut short, or of a newer version. The message names the file
 * and says what is wrong and where; nothing has been changed.
 *
 * <p>An {@link IllegalStateException}, since a heap need not lie in a file and nobody but the operator can do anything
 * about it: see docs/decisions/0011.
 */
public final class HeapFormatException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private HeapFormatException(String message) {
        super(message);
    }

    /** A sentence about what lies at an address of a memory, and facts about it. */
    static HeapFormatException of(LinearMemory memory, long address, String sentence, String facts) {
        Path file = memory.file();
        return new HeapFormatException(sentence + ": address=" + address + (facts.isEmpty() ? "" : " " + facts)
                + (file == null ? "" : " file=" + file));
    }
}
