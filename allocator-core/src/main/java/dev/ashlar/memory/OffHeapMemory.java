package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A handle to memory that is not on the Java heap: native, or a mapped file. */
final class OffHeapMemory extends Memory {
    OffHeapMemory(MemorySegment segment, long offset, @Nullable Claim claim, boolean isWhole) {
        super(segment, offset, claim, isWhole, isInFile(segment, claim));
    }

    /**
     * Returns whether the bytes lie in a file of the user. A temporary file does not count: it has no name, so nobody
     * can cut it short.
     */
    private static boolean isInFile(MemorySegment segment, @Nullable Claim claim) {
        return claim == null ? segment.isMapped() : claim.memory().file() != null;
    }
}
