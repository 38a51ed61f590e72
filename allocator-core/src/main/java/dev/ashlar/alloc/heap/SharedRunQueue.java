package dev.ashlar.alloc.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one class in one {@link SharedStripe} that have a free slot and are not the current one: a stack of
 * returned runs, to which any thread pushes, and a list for the holder of the stripe's lock.
 *
 * <p>The links are fields of the runs, so that no list ever needs an allocation. Every step consists of stores without
 * a call between them: an error leaves each run in a list.
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

    /** The bytes of all runs of the class in the stripe; for the holder of the large tier's lock. */
    long heldByteSize;

    /**
     * The approximate number of bytes of runs, other than the current one, that have become empty since they were last
     * checked: threads that count at the same time may miss some.
     */
    long emptiedByteSize;

    /** The runs that were full and have a free slot again: linked, the last one first. */
    private volatile @Nullable SharedRun returned;

    /** The runs that had a free slot when they were added, the first one first. */
    private @Nullable SharedRun first;

    private @Nullable SharedRun last;

    SharedRunQueue(SharedStripe stripe, int sizeClass) {
        this.stripe = stripe;
        this.sizeClass = sizeClass;
    }

    /**
     * Returns a run that was full to the queue; called only by the thread that {@linkplain SharedRun#reattach
     * reattached} it.
     */
    void comeBack(SharedRun run) {
        SharedRun top;
        do {
            top = returned;
            run.next = top;
        } while (!RETURNED.compareAndSet(this, top, run));
    }

    /**
     * Counts bytes of runs that have become empty, and returns whether it is worth checking all runs of the list: so
     * that for each run that is given back only few are checked in vain.
     */
    boolean hasMuchEmptied(long byteSize) {
        emptiedByteSize += byteSize;
        return emptiedByteSize >= LEAST_EMPTIED_BYTE_SIZE && emptiedByteSize >= heldByteSize >> 2;
    }

    /** Adds a run at the end of the list. */
    void append(SharedRun run) {
        run.next = null;
        if (last == null) {
            first = run;
        } else {
            last.next = run;
        }
        last = run;
    }

    /** Returns whether there is a run in the list; if the list is empty, first adds the returned runs. */
    boolean hasNext() {
        if (first == null) {
            takeReturned();
        }
        return first != null;
    }

    /** Removes the first run from the list, which must not be empty. */
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

    /** Removes the runs that {@code takeBack} took back, and returns whether there were any. */
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

    /** Passes every run of the list, and every returned run, to a visitor. */
    void forEach(Consumer<SharedRun> visitor) {
        takeReturned();
        for (SharedRun run = first; run != null; run = run.next) {
            visitor.accept(run);
        }
    }

    /**
     * Moves the returned runs to the list, the one that returned first at the front: it has gathered most free slots.
     */
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
