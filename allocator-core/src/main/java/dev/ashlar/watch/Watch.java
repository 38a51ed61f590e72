package dev.ashlar.watch;

/**
 * The events of a memory and its allocators that are worth recording, passed on to Java Flight Recorder.
 *
 * <p>{@link FlightEvents} is the only class that knows the recorder's module, and is loaded only where that is present
 * and the process has made a recording. Otherwise each method only reads a constant or a field; and it is called on
 * paths that are rare or slow.
 */
public final class Watch {
    /** The length in bytes from which an allocation counts as large: 1 MiB. */
    public static final long LARGE_BYTE_SIZE = 1 << 20;

    private static final boolean IS_PRESENT =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private Watch() {}

    /** Records that a memory has grown, to a size in bytes. */
    public static void grown(long fromByteSize, long toByteSize, long maxByteSize) {
        if (IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.grown(fromByteSize, toByteSize, maxByteSize);
        }
    }

    /** Records that a block of at least {@link #LARGE_BYTE_SIZE} bytes was handed out. */
    public static void allocatedLarge(long address, long byteSize) {
        if (IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.allocatedLarge(address, byteSize);
        }
    }

    /** Records that there was no room for a block. */
    public static void refused(long byteSize, long largestFreeByteSize, long memoryByteSize, long maxByteSize) {
        if (IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.refused(byteSize, largestFreeByteSize, memoryByteSize, maxByteSize);
        }
    }

    /**
     * Records that a memory was garbage-collected without being closed; {@code file} is its file, or empty, and {@code
     * isReleased} whether what it held was released.
     */
    public static void forgotten(long maxByteSize, String file, boolean isReleased, String createdAt) {
        if (IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.forgotten(maxByteSize, file, isReleased, createdAt);
        }
    }

    /**
     * Records that the memory of an allocator, whose heap starts at an address, was closed while this many bytes were
     * in live blocks.
     */
    public static void closed(String allocator, long heapBase, long byteSize) {
        if (byteSize != 0 && IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.closedWithLiveBlocks(allocator, heapBase, byteSize);
        }
    }
}
