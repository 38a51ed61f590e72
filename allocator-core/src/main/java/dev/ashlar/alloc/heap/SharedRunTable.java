package dev.ashlar.alloc.heap;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The table that finds the shared run at an address: for each page of 64 KiB that holds runs, one reference for each
 * 512 bytes. Any thread reads; the thread that holds the lock of the large tier writes.
 *
 * <p>A thread to which an address was safely published sees the run in which it lies. Any other thread may miss a run
 * that was added, or find one that was removed, all of whose slots stay taken and hold no block.
 */
class SharedRunTable {
    private static final int LOG_GRANULE = Integer.numberOfTrailingZeros(RunShape.MIN_RUN_BYTE_SIZE);
    private static final int LOG_PAGE = 16;
    private static final int GRANULES_PER_PAGE = 1 << (LOG_PAGE - LOG_GRANULE);
    private static final @Nullable SharedRun[] NO_RUNS = new SharedRun[GRANULES_PER_PAGE];
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
        long page = address >>> LOG_PAGE;
        return page < table.length
                ? table[(int) page][(int) (address >>> LOG_GRANULE) & (GRANULES_PER_PAGE - 1)]
                : null;
    }

    /** Makes room for a run, so that adding it needs no allocation. */
    void reserve(SharedRun run) {
        int first = pageOf(run.address);
        int last = pageOf(run.address + RunShape.runByteSize(run.shape) - 1);
        if (last >= pages.length) {
            @Nullable
            SharedRun[][] longer = Arrays.copyOf(pages, Math.max(last + 1, pages.length + (pages.length >> 1)));
            Arrays.fill(longer, pages.length, longer.length, NO_RUNS);
            pages = longer;
        }
        for (int page = first; page <= last; page++) {
            if (isNone(pages[page])) {
                pages[page] = new SharedRun[GRANULES_PER_PAGE];
            }
        }
        shown = pages;
        if (isHidden) {
            shown = NO_PAGES;
        }
    }

    /** Adds a run for which there is {@linkplain #reserve room}. */
    void add(SharedRun run) {
        fill(run, run);
    }

    void remove(SharedRun run) {
        fill(run, null);
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
        @Nullable SharedRun[][] table = pages;
        for (int page = 0; page < table.length; page++) {
            for (int i = 0; i < GRANULES_PER_PAGE; i++) {
                SharedRun run = table[page][i];
                if (run != null && run.address == ((long) page << LOG_PAGE) + ((long) i << LOG_GRANULE)) {
                    visitor.accept(run);
                }
            }
        }
    }

    /** The number of entries that hold a run. */
    final long count() {
        return Arrays.stream(pages)
                .flatMap(Arrays::stream)
                .filter(run -> run != null)
                .count();
    }

    private void fill(SharedRun run, @Nullable SharedRun entry) {
        long end = run.address + RunShape.runByteSize(run.shape);
        for (long at = run.address; at < end; at += RunShape.MIN_RUN_BYTE_SIZE) {
            pages[pageOf(at)][(int) (at >>> LOG_GRANULE) & (GRANULES_PER_PAGE - 1)] = entry;
        }
    }

    private static int pageOf(long address) {
        return (int) (address >>> LOG_PAGE);
    }

    @SuppressWarnings("ReferenceEquality") // the one that stands for none is one object
    private static boolean isNone(@Nullable SharedRun[] page) {
        return page == NO_RUNS;
    }
}
