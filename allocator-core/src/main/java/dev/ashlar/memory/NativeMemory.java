package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A handle of native memory, with the loads and stores of {@link TypedAccess}. */
final class NativeMemory extends Memory {
    NativeMemory(MemorySegment segment, long offset, @Nullable Claim claim, boolean isWhole, boolean isInFile) {
        super(segment, offset, claim, isWhole, isInFile);
    }
}
