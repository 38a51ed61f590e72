package dev.ashlar.alloc.heap;

/** The count of bytes in use, updated by every operation. */
public class Usage {
    /** The bytes in use, and the most there were; fields for code that must not make calls. */
    long byteSize;

    long peakByteSize;

    public final void allocated(long length) {
        byteSize += length;
        if (byteSize > peakByteSize) {
            peakByteSize = byteSize;
        }
    }

    /** Notes that this many bytes have been in use. */
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
