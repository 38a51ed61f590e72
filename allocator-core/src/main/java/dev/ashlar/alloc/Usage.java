package dev.ashlar.alloc;

/** How much is in use: plain counts, kept up with every operation. */
final class Usage {
    private long byteSize;
    private long peakByteSize;
    private long blocks;

    void allocated(long length) {
        blocks++;
        resized(0, length);
    }

    void freed(long length) {
        blocks--;
        byteSize -= length;
    }

    void resized(long oldLength, long newLength) {
        byteSize += newLength - oldLength;
        if (byteSize > peakByteSize) {
            peakByteSize = byteSize;
        }
    }

    long byteSize() {
        return byteSize;
    }

    long peakByteSize() {
        return peakByteSize;
    }

    long blocks() {
        return blocks;
    }
}
