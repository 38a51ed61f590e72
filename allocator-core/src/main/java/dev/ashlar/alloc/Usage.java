package dev.ashlar.alloc;

/** How many bytes are in use, kept up with every operation. */
class Usage {
    private long byteSize;
    private long peakByteSize;

    final void allocated(long length) {
        byteSize += length;
        if (byteSize > peakByteSize) {
            peakByteSize = byteSize;
        }
    }

    final void freed(long length) {
        byteSize -= length;
    }

    final void resized(long oldLength, long newLength) {
        freed(oldLength);
        allocated(newLength);
    }

    final long byteSize() {
        return byteSize;
    }

    final long peakByteSize() {
        return peakByteSize;
    }
}
