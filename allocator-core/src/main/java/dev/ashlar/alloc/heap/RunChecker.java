package dev.ashlar.alloc.heap;

import dev.ashlar.alloc.heap.InvariantCheck.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of {@link HeapChecker} that checks the runs of a {@link SmallTier} and their lists. */
final class RunChecker extends SlotChecker {
    private final BlockFormat format;
    private final boolean isPersistent;
    private final RunIndex index;
    private final Map<RunGroup, Set<Run>> walked = new HashMap<>();

    RunChecker(Heap heap, List<Finding> findings) {
        super(heap, findings);
        this.format = heap.format();
        this.isPersistent = heap.journal().isPersistent();
        this.index = heap.small().runs();
    }

    @Override
    long indexedGranules() {
        return index.granules();
    }

    @Override
    int storedState(SlotRun run, int slot) {
        return isPersistent ? format.slotState(run, slot) : super.storedState(run, slot);
    }

    @Override
    void walked(SlotRun run) {
        Run own = (Run) run;
        walked.computeIfAbsent(own.group, group -> new HashSet<>()).add(own);
    }

    @Override
    void checkLists() {
        super.checkLists();
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
            bits |= run.freeSlots == 0 ? 0 : run.groupBit;
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
            if (walked.remove(group) == null || group.sizeClass != sizeClass || !group.isListed) {
                report(15, 0, "group in the list of class " + sizeClass + ": class=" + group.sizeClass);
                return;
            }
        }
    }
}
