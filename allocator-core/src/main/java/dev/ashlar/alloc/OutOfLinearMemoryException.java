package dev.ashlar.alloc;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * There is no room for a block and the memory cannot grow enough. Carries what was asked for and what there was, in
 * bytes. Its cause is what the file system said, where that was in the way: a full disk, mostly.
 */
public final class OutOfLinearMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long requestedByteSize;
    private final long largestFreeByteSize;
    private final long memoryByteSize;
    private final long maxMemoryByteSize;

    OutOfLinearMemoryException(
            long requestedByteSize,
            long largestFreeByteSize,
            long memoryByteSize,
            long maxMemoryByteSize,
            @Nullable IOException growthFailure,
            @Nullable Path file) {
        super(
                "no room for the block"
                        + (growthFailure == null ? "" : ", and its file cannot grow, " + growthFailure.getMessage())
                        + ": requestedByteSize=" + requestedByteSize + " largestFreeByteSize=" + largestFreeByteSize
                        + " memoryByteSize=" + memoryByteSize + " maxMemoryByteSize=" + maxMemoryByteSize
                        + (growthFailure == null || file == null ? "" : " file=" + file),
                growthFailure);
        this.requestedByteSize = requestedByteSize;
        this.largestFreeByteSize = largestFreeByteSize;
        this.memoryByteSize = memoryByteSize;
        this.maxMemoryByteSize = maxMemoryByteSize;
    }

    /** Bytes that were asked for. */
    public long requestedByteSize() {
        return requestedByteSize;
    }

    /** Bytes of the largest free block at that moment. */
    public long largestFreeByteSize() {
        return largestFreeByteSize;
    }

    /** Bytes of the memory at that moment. */
    public long memoryByteSize() {
        return memoryByteSize;
    }

    /** Bytes that the memory may grow to. */
    public long maxMemoryByteSize() {
        return maxMemoryByteSize;
    }
}
