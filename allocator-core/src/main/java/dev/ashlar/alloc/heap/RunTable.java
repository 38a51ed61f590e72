package dev.ashlar.alloc.heap;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The form of a table of runs by address: for each page of 64 KiB, for each 512 bytes of it, the run that they belong to.
 * It has two levels, so that pages without runs cost only a reference.
 *
 * <p>{@link RunIndex} and {@link SharedRunTable} read theirs themselves: a look-up that served both would have to check
 * the class of each run it finds.
 */
final class RunTable {
    static final int LOG_GRANULE = Integer.numberOfTrailingZeros(RunShape.MIN_RUN_BYTE_SIZE);
    static final int LOG_PAGE = 16;
    static final int GRANULES_PER_PAGE = 1 << (LOG_PAGE - LOG_GRANULE);

    private RunTable() {}

    /**
     * The table with room for a run, so that {@link #fill} needs no allocation: the same one, or a longer copy.
     *
     * @param none stands in the table for every page that holds no runs
     */
    static <R extends SlotRun> @Nullable R[][] withRoom(
            @Nullable R[][] pages, @Nullable R[] none, long address, int byteSize) {
        int first = pageOf(address);
        int last = pageOf(address + byteSize - 1);
        @Nullable R[][] table = pages;
        if (last >= pages.length) {
            table = Arrays.copyOf(pages, Math.max(last + 1, pages.length + (pages.length >> 1)));
            Arrays.fill(table, pages.length, table.length, none);
        }
        for (int page = first; page <= last; page++) {
            if (isSame(table[page], none)) {
                table[page] = none.clone();
            }
        }
        return table;
    }

    /** Stores an entry at all bytes of a run that the table has room for: the run, or {@code null}. */
    static void fill(@Nullable SlotRun[][] pages, SlotRun run, @Nullable SlotRun entry) {
        long end = run.address + RunShape.runByteSize(run.shape);
        for (long at = run.address; at < end; at += RunShape.MIN_RUN_BYTE_SIZE) {
            pages[pageOf(at)][(int) (at >>> LOG_GRANULE) & (GRANULES_PER_PAGE - 1)] = entry;
        }
    }

    /** Visits every run once, in the order of addresses: a walk over the table. */
    static <R extends SlotRun> void forEach(@Nullable R[][] pages, Consumer<R> visitor) {
        for (int page = 0; page < pages.length; page++) {
            for (int i = 0; i < GRANULES_PER_PAGE; i++) {
                R run = pages[page][i];
                if (run != null && run.address == ((long) page << LOG_PAGE) + ((long) i << LOG_GRANULE)) {
                    visitor.accept(run);
                }
            }
        }
    }

    /** The number of entries that hold a run. */
    static long granules(@Nullable SlotRun[][] pages) {
        return Arrays.stream(pages)
                .flatMap(Arrays::stream)
                .filter(run -> run != null)
                .count();
    }

    private static int pageOf(long address) {
        return (int) (address >>> LOG_PAGE);
    }

    @SuppressWarnings("ReferenceEquality") // the one that stands for none is one object
    private static boolean isSame(@Nullable SlotRun[] page, @Nullable SlotRun[] none) {
        return page == none;
    }
}
