package dev.ashlar.alloc.heap;

import dev.ashlar.alloc.heap.InvariantCheck.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link HeapChecker} that checks runs, of either kind. */
abstract class SlotChecker {
    private final WalkedHeap heap;
    private final List<Finding> findings;
    private long liveByteSize;
    private long granules;

    SlotChecker(WalkedHeap heap, List<Finding> findings) {
        this.heap = heap;
        this.findings = findings;
    }

    /** The number of granules that the index assigns to runs. */
    abstract long indexedGranules();

    /** The state of a slot in the heap, 0 or slack + 1, if it is stored separately from the index. */
    int storedState(SlotRun run, int slot) {
        return run.state(slot);
    }

    /** Visits every valid run. */
    void walked(SlotRun run) {}

    /** Checks what can only be known after the walk. */
    void checkLists() {
        long unknown = indexedGranules() - granules;
        if (unknown != 0) {
            report(13, 0, "granules in the index, but not in a run: " + unknown);
        }
    }

    final long liveByteSize() {
        return liveByteSize;
    }

    final void checkRun(long block, long word) {
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
        SlotRun run = checkGranules(address, shape);
        if (run != null) {
            walked(run);
            checkSlots(run);
        }
    }

    final void report(int invariant, long address, String text) {
        findings.add(new Finding(invariant, address, text));
    }

    /** The run that the index has for every granule of a run, or null if it is not one of this shape. */
    private @Nullable SlotRun checkGranules(long address, int shape) {
        SlotRun indexed = heap.slotsAt(address);
        for (int offset = 0; offset < RunShape.runByteSize(shape); offset += RunShape.MIN_RUN_BYTE_SIZE) {
            SlotRun found = heap.slotsAt(address + offset);
            if (found == null || found != indexed || found.address != address || found.shape != shape) {
                report(13, address + offset, "the index has no run of this shape here: shape=" + shape);
                return null;
            }
            granules++;
        }
        return indexed;
    }

    private void checkSlots(SlotRun run) {
        long freeBits = run.freeBits();
        for (int slot = 0; slot < RunShape.slotCount(run.shape); slot++) {
            int state = storedState(run, slot);
            boolean isFree = (freeBits & 1L << slot) != 0;
            if (state != run.state(slot) || isFree != (state == 0)) {
                report(
                        14,
                        run.address,
                        "slot=" + slot + " state=" + state + ", in the index state=" + run.state(slot) + " free="
                                + isFree);
            }
            long length = state == 0 ? 0 : run.lengthIn(slot, state);
            if (state != 0 && (length <= 0 || length > run.slotByteSize)) {
                report(12, run.address, "slack exceeds the slot: slot=" + slot + " state=" + state);
            } else {
                liveByteSize += length;
            }
        }
    }
}
