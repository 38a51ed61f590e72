package dev.ashlar.alloc;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when there is no room for a block and the memory cannot grow enough. Carries the size requested and the space
 * there was, in bytes. Its cause is the failure of the file system, if that was the reason: usually a full disk.
 */
public final class OutOfLinearMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long requestedByteSize;
    private final long largestFreeByteSize;
    private final long memoryByteSize;
    private final long maxMemoryByteSize;

    /** @param rangeByteSize the bytes of the range of the allocator; -1 if it grows with the memory */
    OutOfLinearMemoryException(
            long requestedByteSize,
            long byteAlignment,
            long largestFreeByteSize,
            long rangeByteSize,
            long memoryByteSize,
            long maxMemoryByteSize,
            @Nullable IOException growthFailure,
            @Nullable Path file) {
        super(
                "no room for the block"
                        + (rangeByteSize < 0 ? "" : " in the range of its allocator, which does not grow")
                        + (growthFailure == null ? "" : ", and its file cannot grow, " + growthFailure.getMessage())
                        + ": requestedByteSize=" + requestedByteSize
                        + (byteAlignment > Allocator.DEFAULT_BYTE_ALIGNMENT ? " byteAlignment=" + byteAlignment : "")
                        + " largestFreeByteSize=" + largestFreeByteSize
                        + (rangeByteSize < 0 ? "" : " rangeByteSize=" + rangeByteSize)
                        + " memoryByteSize=" + memoryByteSize + " maxMemoryByteSize=" + maxMemoryByteSize
                        + (growthFailure == null || file == null ? "" : " file=" + file),
                growthFailure);
        this.requestedByteSize = requestedByteSize;
        this.largestFreeByteSize = largestFreeByteSize;
        this.memoryByteSize = memoryByteSize;
        this.maxMemoryByteSize = maxMemoryByteSize;
    }

    /** The bytes that were requested. */
    public long requestedByteSize() {
        return requestedByteSize;
    }

    /** The bytes of the largest free block at that moment. */
    public long largestFreeByteSize() {
        return largestFreeByteSize;
    }

    /** The bytes of the memory at that moment. */
    public long memoryByteSize() {
        return memoryByteSize;
    }

    /** The bytes to which the memory may grow. */
    public long maxMemoryByteSize() {
        return maxMemoryByteSize;
    }
}
