package dev.ashlar.alloc.heap;

import dev.ashlar.alloc.heap.InvariantCheck.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of {@link HeapChecker} that checks the runs of a {@link SharedHeap}. */
final class SharedRunChecker extends SlotChecker {
    private final SharedHeap heap;
    private final Set<SharedRun> walked = new HashSet<>();

    SharedRunChecker(SharedHeap heap, List<Finding> findings) {
        super(heap, findings);
        this.heap = heap;
    }

    @Override
    long indexedGranules() {
        return heap.runs().count();
    }

    @Override
    void walked(SlotRun run) {
        walked.add((SharedRun) run);
    }

    @Override
    void checkLists() {
        super.checkLists();
        for (SharedStripe stripe : heap.large().stripes()) {
            if (stripe != null) {
                stripe.forEachRun(this::checkListed);
            }
        }
        for (SharedRun run : walked) {
            if (!run.detached || !run.isFull()) {
                report(15, run.address, "run is in no place: detached=" + run.detached + " full=" + run.isFull());
            }
        }
    }

    private void checkListed(SharedRun run) {
        if (!walked.remove(run) || run.detached) {
            report(15, run.address, "run is in two places or in no heap: detached=" + run.detached);
        }
    }
}
