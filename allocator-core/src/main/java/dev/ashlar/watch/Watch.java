package dev.ashlar.watch;

/**
 * What is worth knowing about a memory and its allocators, passed on to Java Flight Recorder.
 *
 * <p>{@link FlightEvents} is the only class that knows the recorder's module, and is loaded only where that is present
 * and the process has made a recording. Otherwise each method is a look at a constant or a field, and callers stand on
 * paths that are rare or long.
 */
public final class Watch {
    /** From this length on, in bytes, an allocation counts as a large one: 1 MiB. */
    public static final long LARGE_BYTE_SIZE = 1 << 20;

    private static final boolean IS_PRESENT =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private Watch() {}

    /** A memory has grown, to a size in bytes. */
    public static void grown(long fromByteSize, long toByteSize, long maxByteSize) {
        if (IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.grown(fromByteSize, toByteSize, maxByteSize);
        }
    }

    /** A block of at least {@link #LARGE_BYTE_SIZE} was handed out. */
    public static void allocatedLarge(long address, long byteSize) {
        if (IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.allocatedLarge(address, byteSize);
        }
    }

    /** There was no room for a block. */
    public static void refused(long byteSize, long largestFreeByteSize, long memoryByteSize, long maxByteSize) {
        if (IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.refused(byteSize, largestFreeByteSize, memoryByteSize, maxByteSize);
        }
    }

    /** A memory was collected unclosed, of a file or none (""), and what it held is given back or not. */
    public static void forgotten(long maxByteSize, String file, boolean isReleased, String createdAt) {
        if (IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.forgotten(maxByteSize, file, isReleased, createdAt);
        }
    }

    /** The memory of an allocator, whose heap starts at an address, was closed while this many bytes were in blocks. */
    public static void closed(String allocator, long heapBase, long byteSize) {
        if (byteSize != 0 && IS_PRESENT && FlightEvents.areOn()) {
            FlightEvents.closedWithLiveBlocks(allocator, heapBase, byteSize);
        }
    }
}
