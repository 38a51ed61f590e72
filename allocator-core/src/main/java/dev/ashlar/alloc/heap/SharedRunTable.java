package dev.ashlar.alloc.heap;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The {@link RunTable} of a shared heap. Any thread reads; the thread that holds the lock of the large tier writes.
 *
 * <p>A thread to which an address was safely published sees the run in which it lies. Any other thread may miss a run
 * that was added, or find one that was removed, all of whose slots stay taken and hold no block.
 */
class SharedRunTable {
    private static final @Nullable SharedRun[] NO_RUNS = new SharedRun[RunTable.GRANULES_PER_PAGE];
    private static final @Nullable SharedRun[][] NO_PAGES = new SharedRun[0][];

    /** The table that {@link #at} reads. */
    private volatile @Nullable SharedRun[][] shown = NO_PAGES;

    private @Nullable SharedRun[][] pages = NO_PAGES;
    private volatile boolean isHidden;

    /** The run in which the byte at {@code address}, which may be any number, lies. */
    final @Nullable SharedRun at(long address) {
        return at(address, shown);
    }

    /** As {@link #at}, even if the runs are hidden. */
    final @Nullable SharedRun hiddenAt(long address) {
        return at(address, pages);
    }

    private static @Nullable SharedRun at(long address, @Nullable SharedRun[][] table) {
        long page = address >>> RunTable.LOG_PAGE;
        return page < table.length
                ? table[(int) page][(int) (address >>> RunTable.LOG_GRANULE) & (RunTable.GRANULES_PER_PAGE - 1)]
                : null;
    }

    /** Makes room for a run, so that adding it needs no allocation. */
    void reserve(SharedRun run) {
        pages = RunTable.withRoom(pages, NO_RUNS, run.address, RunShape.runByteSize(run.shape));
        shown = pages;
        if (isHidden) {
            shown = NO_PAGES;
        }
    }

    /** Adds a run for which there is {@linkplain #reserve room}. */
    void add(SharedRun run) {
        RunTable.fill(pages, run, run);
    }

    void remove(SharedRun run) {
        RunTable.fill(pages, run, null);
    }

    /** Hides the runs: {@link #at} finds none from now on. For any thread. */
    final void hide() {
        isHidden = true;
        shown = NO_PAGES;
    }

    final boolean isHidden() {
        return isHidden;
    }

    /** Passes every run once, hidden or not, in the order of addresses, to a visitor: walks over the table. */
    final void forEach(Consumer<SharedRun> visitor) {
        RunTable.forEach(pages, visitor);
    }

    /** The number of entries that hold a run. */
    final long count() {
        return RunTable.granules(pages);
    }
}
