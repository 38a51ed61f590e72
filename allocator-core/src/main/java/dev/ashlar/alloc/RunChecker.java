package dev.ashlar.alloc;

import dev.ashlar.alloc.HeapChecker.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of {@link HeapChecker} that looks into runs. */
final class RunChecker {
    private final BlockFormat format;
    private final RunIndex index;
    private final List<Finding> findings;
    private final Map<RunGroup, Set<Run>> walked = new HashMap<>();
    private long liveByteSize;
    private long granules;

    RunChecker(Heap heap, List<Finding> findings) {
        this.format = heap.format();
        this.index = heap.small().runs();
        this.findings = findings;
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
        Run run = checkGranules(address, shape);
        if (run != null) {
            walked.computeIfAbsent(run.group, group -> new HashSet<>()).add(run);
            checkSlots(run);
        }
    }

    /** The run that the index has for every granule of a run, or null if that is not one of this shape. */
    private @Nullable Run checkGranules(long address, int shape) {
        Run indexed = index.at(address);
        for (int offset = 0; offset < RunShape.runByteSize(shape); offset += RunShape.MIN_RUN_BYTE_SIZE) {
            Run found = index.at(address + offset);
            if (found == null || found != indexed || found.address != address || found.shape != shape) {
                report(13, address + offset, "the index has no run of this shape here: shape=" + shape);
                return null;
            }
            granules++;
        }
        return indexed;
    }

    private void checkSlots(Run run) {
        for (int slot = 0; slot < RunShape.slotCount(run.shape); slot++) {
            int state = format.isKept() ? format.slotState(run, slot) : run.state(slot);
            boolean isFree = (run.freeSlots & 1L << slot) != 0;
            if (state != run.state(slot) || isFree != (state == 0)) {
                report(
                        14,
                        run.address,
                        "slot=" + slot + " state=" + state + ", in the index state=" + run.state(slot) + " free="
                                + isFree);
            }
            if (state > run.slotByteSize) {
                report(12, run.address, "slack exceeds the slot: slot=" + slot + " state=" + state);
            } else if (state != 0) {
                liveByteSize += run.slotByteSize + 1 - state;
            }
        }
    }

    /** Looks at what can only be known after the walk. */
    void checkLists() {
        index.forEachGranule(run -> granules--);
        if (granules != 0) {
            report(13, 0, "granules in the index, but not in a run: " + -granules);
        }
        walked.forEach(this::checkGroup);
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            checkList(sizeClass);
        }
        for (RunGroup group : walked.keySet()) {
            if (group.withFreeSlot != 0) {
                report(
                        15,
                        group.run(Long.numberOfTrailingZeros(group.withFreeSlot)).address,
                        "group with a free slot is in no list: class=" + group.sizeClass);
            }
        }
    }

    private void checkGroup(RunGroup group, Set<Run> runs) {
        long bits = 0;
        for (Run run : runs) {
            bits |= run.freeSlots == 0 ? 0 : 1L << run.number;
        }
        if (bits != group.withFreeSlot) {
            report(
                    15,
                    0,
                    "group has the bits " + Long.toBinaryString(group.withFreeSlot) + " for runs with a free slot,"
                            + " which are " + Long.toBinaryString(bits) + ": class=" + group.sizeClass);
        }
    }

    private void checkList(int sizeClass) {
        RunGroup head = index.head(sizeClass);
        for (RunGroup group = head == RunGroup.NONE ? null : head; group != null; group = group.next) {
            boolean mayBeListed = group.withFreeSlot != 0 || group == head;
            if (walked.remove(group) == null || group.sizeClass != sizeClass || !mayBeListed) {
                report(15, 0, "group in the list of class " + sizeClass + ": class=" + group.sizeClass);
                return;
            }
        }
    }

    private void report(int invariant, long address, String text) {
        findings.add(new Finding(invariant, address, text));
    }
}
