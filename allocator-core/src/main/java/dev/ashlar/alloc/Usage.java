package dev.ashlar.alloc;

/** How many bytes are in use, kept up with every operation. */
final class Usage {
    private long byteSize;
    private long peakByteSize;

    void allocated(long length) {
        byteSize += length;
        if (byteSize > peakByteSize) {
            peakByteSize = byteSize;
        }
    }

    void freed(long length) {
        byteSize -= length;
    }

    void resized(long oldLength, long newLength) {
        freed(oldLength);
        allocated(newLength);
    }

    long byteSize() {
        return byteSize;
    }

    long peakByteSize() {
        return peakByteSize;
    }
}
