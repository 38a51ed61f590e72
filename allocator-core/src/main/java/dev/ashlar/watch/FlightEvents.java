package dev.ashlar.watch;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The Flight Recorder events; each is off until a recording enables it by name. */
@SuppressWarnings("UnusedVariable") // the recorder reads the fields of events
final class FlightEvents {
    private FlightEvents() {}

    /** Returns whether this process has made a recording. Without one, the event classes are not even loaded. */
    static boolean areOn() {
        return FlightRecorder.isInitialized();
    }

    static void grown(long fromByteSize, long toByteSize, long maxByteSize) {
        Growth event = new Growth();
        event.fromByteSize = fromByteSize;
        event.toByteSize = toByteSize;
        event.maxByteSize = maxByteSize;
        event.commit();
    }

    static void allocatedLarge(long address, long byteSize) {
        LargeAllocation event = new LargeAllocation();
        event.address = address;
        event.byteSize = byteSize;
        event.commit();
    }

    static void refused(long byteSize, long largestFreeByteSize, long memoryByteSize, long maxByteSize) {
        Failure event = new Failure();
        event.byteSize = byteSize;
        event.largestFreeByteSize = largestFreeByteSize;
        event.memoryByteSize = memoryByteSize;
        event.maxByteSize = maxByteSize;
        event.commit();
    }

    static void closedWithLiveBlocks(String allocator, long heapBase, long byteSize) {
        Leak event = new Leak();
        event.allocator = allocator;
        event.heapBase = heapBase;
        event.byteSize = byteSize;
        event.commit();
    }

    static void forgotten(long maxByteSize, String file, boolean isReleased, String createdAt) {
        Forgotten event = new Forgotten();
        event.maxByteSize = maxByteSize;
        event.file = file;
        event.released = isReleased;
        event.createdAt = createdAt;
        event.commit();
    }

    @Name("dev.ashlar.MemoryGrowth")
    @Label("Memory Growth")
    @Category("Ashlar")
    @Description("A linear memory has grown")
    @Enabled(false)
    private static final class Growth extends Event {
        @Label("From")
        @DataAmount
        long fromByteSize;

        @Label("To")
        @DataAmount
        long toByteSize;

        @Label("Maximum")
        @DataAmount
        long maxByteSize;
    }

    @Name("dev.ashlar.LargeAllocation")
    @Label("Large Allocation")
    @Category("Ashlar")
    @Description("A block of 1 MiB or more was allocated")
    @Enabled(false)
    private static final class LargeAllocation extends Event {
        @Label("Address in Linear Memory")
        long address;

        @Label("Size")
        @DataAmount
        long byteSize;
    }

    @Name("dev.ashlar.AllocationFailure")
    @Label("Allocation Failure")
    @Category("Ashlar")
    @Description("There was no room for a block")
    @Enabled(false)
    private static final class Failure extends Event {
        @Label("Requested")
        @DataAmount
        long byteSize;

        @Label("Largest Free Block")
        @DataAmount
        long largestFreeByteSize;

        @Label("Memory Size")
        @DataAmount
        long memoryByteSize;

        @Label("Memory Maximum")
        @DataAmount
        long maxByteSize;
    }

    @Name("dev.ashlar.ForgottenMemory")
    @Label("Forgotten Memory")
    @Category("Ashlar")
    @Description("A linear memory was collected without having been closed")
    @Enabled(false)
    @StackTrace(false)
    private static final class Forgotten extends Event {
        @Label("Memory Maximum")
        @DataAmount
        long maxByteSize;

        @Label("File")
        String file = "";

        @Label("Memory Was Given Back")
        boolean released;

        @Label("Created at")
        String createdAt = "";
    }

    @Name("dev.ashlar.ClosedWithLiveBlocks")
    @Label("Closed with Live Blocks")
    @Category("Ashlar")
    @Description("A linear memory was closed while blocks were live")
    @Enabled(false)
    private static final class Leak extends Event {
        @Label("Allocator")
        String allocator = "";

        @Label("Heap Base in Linear Memory")
        long heapBase;

        @Label("Live")
        @DataAmount
        long byteSize;
    }
}
