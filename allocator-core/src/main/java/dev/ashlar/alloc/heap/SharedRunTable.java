package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which shared run a piece of memory belongs to: one reference for each 512 bytes. Any thread reads; the thread that
 * holds the lock of the large tier writes.
 *
 * <p>A thread that reads the table as it was before it grew misses runs that came later only: it cannot have been given
 * a block there in an orderly way. It may find a run that is gone, all of whose slots are free for ever.
 */
final class SharedRunTable {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(SharedRun[].class);
    private static final int LOG_GRANULE = Integer.numberOfTrailingZeros(RunShape.MIN_RUN_BYTE_SIZE);

    private volatile @Nullable SharedRun[] runs = new SharedRun[128];

    /** The run that the byte at {@code address} lies in, whatever number that is. */
    @Nullable
    SharedRun at(long address) {
        @Nullable SharedRun[] table = runs;
        long granule = address >>> LOG_GRANULE;
        return granule < table.length ? (SharedRun) ELEMENT.getAcquire(table, (int) granule) : null;
    }

    /** Has room for a run, so that adding it needs no allocation. */
    void reserve(SharedRun run) {
        int end = granuleOf(run) + granules(run);
        if (end > runs.length) {
            runs = Arrays.copyOf(runs, Math.max(end, runs.length * 2));
        }
    }

    void add(SharedRun run) {
        set(run, run);
    }

    void remove(SharedRun run) {
        set(run, null);
    }

    /** Visits every run once, in the order of addresses: a walk over the table. */
    void forEach(Consumer<SharedRun> visitor) {
        @Nullable SharedRun[] table = runs;
        for (int granule = 0; granule < table.length; granule++) {
            SharedRun run = (SharedRun) ELEMENT.getAcquire(table, granule);
            if (run != null && granuleOf(run) == granule) {
                visitor.accept(run);
            }
        }
    }

    /** How many entries hold a run. */
    long count() {
        return Arrays.stream(runs).filter(run -> run != null).count();
    }

    private void set(SharedRun run, @Nullable SharedRun entry) {
        @Nullable SharedRun[] table = runs;
        int first = granuleOf(run);
        for (int granule = first; granule < first + granules(run); granule++) {
            ELEMENT.setRelease(table, granule, entry);
        }
    }

    private static int granuleOf(SharedRun run) {
        return (int) (run.address >>> LOG_GRANULE);
    }

    private static int granules(SharedRun run) {
        return RunShape.runByteSize(run.shape) >>> LOG_GRANULE;
    }
}
