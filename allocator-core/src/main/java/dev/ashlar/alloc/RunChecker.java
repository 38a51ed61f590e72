package dev.ashlar.alloc;

import dev.ashlar.alloc.HeapChecker.Finding;
import dev.ashlar.memory.Memory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of {@link HeapChecker} that looks into runs. */
final class RunChecker {
    private final Memory bytes;
    private final RunIndex index;
    private final List<Finding> findings;
    private final Set<Run> walked = new HashSet<>();
    private long liveSlots;
    private long liveByteSize;
    private long granules;

    RunChecker(Heap heap, List<Finding> findings) {
        this.bytes = heap.format().bytes();
        this.index = heap.small().runs();
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
        if (!RunShape.exists(shape)) {
            report(11, block, "no shape: shape=" + shape);
            return;
        }
        long address = BlockFormat.payloadOf(block);
        int runByteSize = RunShape.runByteSize(shape);
        if (address % runByteSize != 0 || BlockFormat.sizeOf(word) < runByteSize) {
            report(11, block, "size=" + BlockFormat.sizeOf(word) + " runByteSize=" + runByteSize);
            return;
        }
        Run run = new Run(shape, address);
        long free = checkSlots(run);
        Run indexed = checkGranules(run);
        if (indexed != null) {
            walked.add(indexed);
            if (indexed.freeSlots != free) {
                String bits = Long.toBinaryString(indexed.freeSlots);
                report(14, address, "free in the index=" + bits + " by state=" + Long.toBinaryString(free));
            }
        }
    }

    /** The run that the index has for every granule of a run, or null if that is not one of this shape. */
    private @Nullable Run checkGranules(Run run) {
        int runByteSize = RunShape.runByteSize(run.shape);
        Run indexed = index.at(run.address);
        for (int offset = 0; offset < runByteSize; offset += RunShape.MIN_RUN_BYTE_SIZE) {
            Run found = index.at(run.address + offset);
            if (found == null || found != indexed || found.address != run.address || found.shape != run.shape) {
                report(13, run.address + offset, "the index has no run of this shape here: shape=" + run.shape);
                return null;
            }
            granules++;
        }
        return indexed;
    }

    private long checkSlots(Run run) {
        long free = 0;
        for (int slot = 0; slot < RunShape.slotCount(run.shape); slot++) {
            int state = BlockFormat.slotState(bytes, run, slot);
            if (state == 0) {
                free |= 1L << slot;
            } else if (state > run.slotByteSize) {
                report(12, run.address, "slack exceeds the slot: slot=" + slot + " state=" + state);
            } else {
                liveSlots++;
                liveByteSize += BlockFormat.slotLength(bytes, run, slot);
            }
        }
        return free;
    }

    /** Looks at what can only be known after the walk. */
    void checkLists() {
        index.forEachGranule(run -> granules--);
        if (granules != 0) {
            report(13, 0, "granules in the index, but not in a run: " + -granules);
        }
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            checkList(sizeClass);
        }
        for (Run run : walked) {
            if (run.freeSlots != 0) {
                report(15, run.address, "run with a free slot is in no list: class=" + run.sizeClass);
            }
        }
    }

    private void checkList(int sizeClass) {
        Run head = index.head(sizeClass);
        for (Run run = head == Run.NONE ? null : head; run != null; run = run.next) {
            boolean mayBeListed = run.freeSlots != 0 || run == head;
            if (!walked.remove(run) || run.sizeClass != sizeClass || !mayBeListed) {
                report(15, run.address, "in the list of class " + sizeClass + ": class=" + run.sizeClass);
                return;
            }
        }
    }

    private void report(int invariant, long address, String text) {
        findings.add(new Finding(invariant, address, text));
    }
}
