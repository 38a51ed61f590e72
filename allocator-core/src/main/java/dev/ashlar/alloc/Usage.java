package dev.ashlar.alloc;

/**
 * How many bytes are in use, kept up with every operation. What was allocated and what was freed are counted apart, so
 * that an operation waits for no other one's count.
 */
final class Usage {
    private long allocated;
    private long freed;
    private long peakByteSize;

    void allocated(long length) {
        long total = allocated + length;
        allocated = total;
        if (total - freed > peakByteSize) {
            peakByteSize = total - freed;
        }
    }

    void freed(long length) {
        freed += length;
    }

    void resized(long oldLength, long newLength) {
        freed(oldLength);
        allocated(newLength);
    }

    long byteSize() {
        return allocated - freed;
    }

    long peakByteSize() {
        return peakByteSize;
    }
}
