package dev.ashlar.alloc;

import dev.ashlar.alloc.HeapChecker.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of {@link HeapChecker} that looks into runs. */
final class RunChecker {
    private final BlockFormat format;
    private final HeapExtent extent;
    private final RunIndex index;
    private final List<Finding> findings;
    private final Map<Integer, Integer> classOfRun = new HashMap<>();
    private long liveSlots;
    private long liveByteSize;
    private long granules;

    RunChecker(Heap heap, List<Finding> findings) {
        this.format = heap.format();
        this.extent = heap.extent();
        this.index = heap.small().runIndex();
        this.findings = findings;
    }

    long liveSlots() {
        return liveSlots;
    }

    long liveByteSize() {
        return liveByteSize;
    }

    void checkRun(long block, long word) {
        int shape = BlockFormat.shapeOf(word);
        if (shape < 1 || shape > RunShape.COUNT) {
            report(11, block, "no shape: shape=" + shape);
            return;
        }
        long address = BlockFormat.payloadOf(block);
        int runByteSize = RunShape.runByteSize(RunShape.geometry(shape));
        if (address % runByteSize != 0 || BlockFormat.sizeOf(word) < runByteSize) {
            report(11, block, "size=" + BlockFormat.sizeOf(word) + " runByteSize=" + runByteSize);
            return;
        }
        checkGranules(address, shape);
        checkSlots(address, RunShape.geometry(shape));
        classOfRun.put(RunIndex.runAt(address), RunShape.sizeClass(RunShape.geometry(shape)));
    }

    private void checkGranules(long address, int shape) {
        int runByteSize = RunShape.runByteSize(RunShape.geometry(shape));
        for (int offset = 0; offset < runByteSize; offset += RunShape.MIN_RUN_BYTE_SIZE) {
            int indexed = index.shapeAt(address + offset);
            granules++;
            if (indexed != shape) {
                report(13, address + offset, "shape in the index=" + indexed + " in the header=" + shape);
            }
        }
    }

    private void checkSlots(long address, long geometry) {
        long free = 0;
        for (int slot = 0; slot < RunShape.slotCount(geometry); slot++) {
            int state = format.slotState(address, geometry, slot);
            if (state == 0) {
                free |= 1L << slot;
            } else if (state > RunShape.slotByteSize(geometry)) {
                report(12, address, "slack exceeds the slot: slot=" + slot + " state=" + state);
            } else {
                liveSlots++;
                liveByteSize += format.slotLength(address, geometry, slot);
            }
        }
        long indexed = index.freeSlots(RunIndex.runAt(address));
        if (indexed != free) {
            report(
                    14,
                    address,
                    "free slots in the index=" + Long.toBinaryString(indexed) + " by state="
                            + Long.toBinaryString(free));
        }
    }

    /** Looks at what can only be known after the walk. */
    void checkLists() {
        for (long address = 0; address < extent.end(); address += RunShape.MIN_RUN_BYTE_SIZE) {
            granules -= index.shapeAt(address) == 0 ? 0 : 1;
        }
        if (granules != 0) {
            report(13, extent.start(), "granules in runs of the heap but not of the index: " + granules);
        }
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            checkList(sizeClass);
        }
        classOfRun.forEach((run, sizeClass) -> {
            if (index.freeSlots(run) != 0) {
                report(15, RunIndex.addressOf(run), "run with a free slot is in no list: class=" + sizeClass);
            }
        });
    }

    private void checkList(int sizeClass) {
        for (int run = index.head(sizeClass); run != 0; run = index.next(run)) {
            Integer walked = classOfRun.remove(run);
            boolean mayBeListed = index.freeSlots(run) != 0 || run == index.head(sizeClass);
            if (walked == null || walked != sizeClass || !mayBeListed) {
                report(15, RunIndex.addressOf(run), "in the list of class " + sizeClass + ", class=" + walked);
                return;
            }
        }
    }

    private void report(int invariant, long address, String text) {
        findings.add(new Finding(invariant, address, text));
    }
}
