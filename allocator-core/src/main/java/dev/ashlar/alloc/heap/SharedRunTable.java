package dev.ashlar.alloc.heap;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which shared run a piece of memory belongs to, as a {@link RunTable}. Any thread reads; the thread that holds the lock of the large tier writes.
 *
 * <p>A thread that was given an address in an orderly way sees the run that it lies in. Any other thread may miss a run that
 * has come, or find one that is gone, all of whose slots are taken for ever and hold no block.
 */
class SharedRunTable {
    private static final @Nullable SharedRun[] NO_RUNS = new SharedRun[RunTable.GRANULES_PER_PAGE];
    private static final @Nullable SharedRun[][] NO_PAGES = new SharedRun[0][];

    /** The table that {@link #at} looks at. */
    private volatile @Nullable SharedRun[][] shown = NO_PAGES;

    private @Nullable SharedRun[][] pages = NO_PAGES;
    private volatile boolean isHidden;

    /** The run that the byte at {@code address} lies in, whatever number that is. */
    final @Nullable SharedRun at(long address) {
        return at(address, shown);
    }

    /** As {@link #at}, but whether the runs are hidden or not. */
    final @Nullable SharedRun hiddenAt(long address) {
        return at(address, pages);
    }

    private static @Nullable SharedRun at(long address, @Nullable SharedRun[][] table) {
        long page = address >>> RunTable.LOG_PAGE;
        return page < table.length
                ? table[(int) page][(int) (address >>> RunTable.LOG_GRANULE) & (RunTable.GRANULES_PER_PAGE - 1)]
                : null;
    }

    /** Has room for a run, so that adding it needs no allocation. */
    void reserve(SharedRun run) {
        pages = RunTable.withRoom(pages, NO_RUNS, run.address, RunShape.runByteSize(run.shape));
        shown = pages;
        if (isHidden) {
            shown = NO_PAGES;
        }
    }

    /** Adds a run that there is {@linkplain #reserve room} for. */
    void add(SharedRun run) {
        RunTable.fill(pages, run, run);
    }

    void remove(SharedRun run) {
        RunTable.fill(pages, run, null);
    }

    /** Answers from now on as if there were no runs; for any thread. */
    final void hide() {
        isHidden = true;
        shown = NO_PAGES;
    }

    final boolean isHidden() {
        return isHidden;
    }

    /** Visits every run once, hidden or not, in the order of addresses: a walk over the table. */
    final void forEach(Consumer<SharedRun> visitor) {
        RunTable.forEach(pages, visitor);
    }

    /** The number of entries that hold a run. */
    final long count() {
        return RunTable.granules(pages);
    }
}
