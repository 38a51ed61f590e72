package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one class in one {@link SharedStripe} that have a free slot and are not the current one: a stack of those
 * that came back, which any thread pushes to, and a list for the holder of the stripe's lock.
 *
 * <p>The links are fields of the runs, so that no list ever needs an allocation. Every step is stores without a call
 * between them: an error leaves each run in a list.
 */
final class SharedRunQueue {
    private static final VarHandle RETURNED;

    static {
        try {
            RETURNED = MethodHandles.lookup().findVarHandle(SharedRunQueue.class, "returned", SharedRun.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private static final long LEAST_EMPTIED_BYTE_SIZE = 1 << 16;

    final SharedStripe stripe;
    final int sizeClass;

    /** Bytes of all runs of the class that belong to the stripe; for the holder of the large tier's lock. */
    long heldByteSize;

    /**
     * About how many bytes of runs, other than the current one, have become empty since they were looked at last: threads that
     * count at once may miss some.
     */
    long emptiedByteSize;

    /** The runs that were full and are no more: linked, the last one first. */
    private volatile @Nullable SharedRun returned;

    /** The runs that had a free slot when they came here, the first one first. */
    private @Nullable SharedRun first;

    private @Nullable SharedRun last;

    SharedRunQueue(SharedStripe stripe, int sizeClass) {
        this.stripe = stripe;
        this.sizeClass = sizeClass;
    }

    /** Takes in a run that was full and is no more: by the one thread that {@linkplain SharedRun#reattach reattached} it. */
    void comeBack(SharedRun run) {
        SharedRun top;
        do {
            top = returned;
            run.next = top;
        } while (!RETURNED.compareAndSet(this, top, run));
    }

    /**
     * Returns whether so many bytes of runs have become empty, with these, that looking at all runs of the list is worth it: so each
     * that is given back pays for few that are not.
     */
    boolean hasMuchEmptied(long byteSize) {
        emptiedByteSize += byteSize;
        return emptiedByteSize >= LEAST_EMPTIED_BYTE_SIZE && emptiedByteSize >= heldByteSize >> 2;
    }

    /** Takes in a run at the end of the list. */
    void append(SharedRun run) {
        run.next = null;
        if (last == null) {
            first = run;
        } else {
            last.next = run;
        }
        last = run;
    }

    /** Returns whether there is a run in the list, to which those that came back are added if it is empty. */
    boolean hasNext() {
        if (first == null) {
            takeReturned();
        }
        return first != null;
    }

    /** Takes the first run out of the list, which has one. */
    @Nullable
    SharedRun removeFirst() {
        SharedRun run = first;
        if (run != null) {
            first = run.next;
            if (first == null) {
                last = null;
            }
            run.next = null;
        }
        return run;
    }

    /** Takes those runs out that {@code takeBack} gave back, and says whether there were any. */
    boolean removeIf(Predicate<SharedRun> takeBack) {
        takeReturned();
        boolean any = false;
        SharedRun before = null;
        SharedRun run = first;
        while (run != null) {
            SharedRun after = run.next;
            if (takeBack.test(run)) {
                any = true;
                if (before == null) {
                    first = after;
                } else {
                    before.next = after;
                }
                if (after == null) {
                    last = before;
                }
            } else {
                before = run;
            }
            run = after;
        }
        return any;
    }

    /** Shows every run of the list, those included that came back. */
    void forEach(Consumer<SharedRun> visitor) {
        takeReturned();
        for (SharedRun run = first; run != null; run = run.next) {
            visitor.accept(run);
        }
    }

    /** Lists the runs that came back, the one first that came first: it has gathered most. */
    private void takeReturned() {
        SharedRun run = returned;
        while (!RETURNED.compareAndSet(this, run, (SharedRun) null)) {
            run = returned;
        }
        // No call from here on.
        SharedRun lastReturned = run;
        SharedRun firstReturned = null;
        while (run != null) {
            SharedRun after = run.next;
            run.next = firstReturned;
            firstReturned = run;
            run = after;
        }
        if (firstReturned != null) {
            if (last == null) {
                first = firstReturned;
            } else {
                last.next = firstReturned;
            }
            last = lastReturned;
        }
    }
}
