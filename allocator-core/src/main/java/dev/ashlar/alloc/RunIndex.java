package dev.ashlar.alloc;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of the small tier: which one a piece of memory belongs to, and for each class the list of those that have a
 * free slot.
 *
 * <p>A class takes slots from the head of its list until that run is full, and goes on to the one that has been in the
 * list longest: it has gathered most. A full run leaves the list only then, so that the ordinary paths touch no list at
 * all. Everything is O(1), growth of the table amortised, but for {@link #forEachGranule}.
 */
final class RunIndex {
    private static final int LOG_GRANULE = Integer.numberOfTrailingZeros(RunShape.MIN_RUN_BYTE_SIZE);

    private @Nullable Run[] runs = new Run[128];
    private final Run[] heads = new Run[SizeClasses.COUNT + 1];
    private final @Nullable Run[] tails = new Run[SizeClasses.COUNT + 1];
    private final long[] heldByteSizes = new long[SizeClasses.COUNT + 1];

    RunIndex() {
        Arrays.fill(heads, Run.NONE);
    }

    /** The run that the byte at {@code address} lies in, whatever number that is. */
    @Nullable
    Run at(long address) {
        long granule = address >>> LOG_GRANULE;
        return granule < runs.length ? runs[(int) granule] : null;
    }

    /** The run that a class takes slots from, which may be full, or {@link Run#NONE}. */
    Run head(int sizeClass) {
        return heads[sizeClass];
    }

    /** Bytes of all runs of a class. */
    long heldByteSize(int sizeClass) {
        return heldByteSizes[sizeClass];
    }

    /** Lists a run that was full. The head of a class is still in its list. */
    void relist(Run run) {
        if (heads[run.sizeClass] != run) {
            append(run);
        }
    }

    /** Lets the head of a class go that is full, and returns the next head, or {@link Run#NONE}. */
    Run dropHead(int sizeClass) {
        Run head = heads[sizeClass];
        if (head != Run.NONE) {
            unlink(head);
        }
        return heads[sizeClass];
    }

    /** Enters a run whose slots are all free. */
    void add(Run run) {
        int byteSize = RunShape.runByteSize(run.shape);
        int granule = (int) (run.address >>> LOG_GRANULE);
        int end = granule + (byteSize >>> LOG_GRANULE);
        if (end > runs.length) {
            runs = Arrays.copyOf(runs, Math.max(end, runs.length * 2));
        }
        Arrays.fill(runs, granule, end, run);
        heldByteSizes[run.sizeClass] += byteSize;
        append(run);
    }

    /** Takes out a run whose slots are all free. */
    void remove(Run run) {
        int byteSize = RunShape.runByteSize(run.shape);
        int granule = (int) (run.address >>> LOG_GRANULE);
        Arrays.fill(runs, granule, granule + (byteSize >>> LOG_GRANULE), null);
        heldByteSizes[run.sizeClass] -= byteSize;
        unlink(run);
    }

    /** Visits every run once for each 512 bytes of it, in the order of addresses: a walk over the table. */
    void forEachGranule(Consumer<Run> visitor) {
        for (Run run : runs) {
            if (run != null) {
                visitor.accept(run);
            }
        }
    }

    private void append(Run run) {
        Run tail = tails[run.sizeClass];
        run.next = null;
        run.previous = tail;
        if (tail != null) {
            tail.next = run;
        } else {
            heads[run.sizeClass] = run;
        }
        tails[run.sizeClass] = run;
    }

    private void unlink(Run run) {
        Run after = run.next;
        Run before = run.previous;
        if (after != null) {
            after.previous = before;
        } else {
            tails[run.sizeClass] = before;
        }
        if (before != null) {
            before.next = after;
        } else {
            heads[run.sizeClass] = after == null ? Run.NONE : after;
        }
        run.next = null;
        run.previous = null;
    }
}
