package dev.ashlar.alloc.heap;

/** The count of bytes in use, kept up with every operation. */
public class Usage {
    /** Bytes in use, and the most there were; fields for code that can make no call. */
    long byteSize;

    long peakByteSize;

    public final void allocated(long length) {
        byteSize += length;
        if (byteSize > peakByteSize) {
            peakByteSize = byteSize;
        }
    }

    /** Says that as many bytes have been in use once. */
    public final void notePeak(long peak) {
        peakByteSize = Math.max(peakByteSize, peak);
    }

    public final void freed(long length) {
        byteSize -= length;
    }

    public final void resized(long oldLength, long newLength) {
        freed(oldLength);
        allocated(newLength);
    }

    public final long byteSize() {
        return byteSize;
    }

    public final long peakByteSize() {
        return peakByteSize;
    }
}
