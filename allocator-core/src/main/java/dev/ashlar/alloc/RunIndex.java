package dev.ashlar.alloc;

import java.util.Arrays;

/**
 * What the small tier knows about its runs, on the Java heap, where no payload can forge it: which class a piece of
 * memory belongs to, which slots of a run are free, and for each class the list of runs that have a free slot.
 *
 * <p>A run goes by the number of its first granule, its address divided by 512, which is never 0. Everything is O(1),
 * growth of the tables amortised.
 */
final class RunIndex {
    static final int LOG_GRANULE = Integer.numberOfTrailingZeros(SizeClasses.MIN_RUN_BYTE_SIZE);

    private byte[] classes = new byte[128];
    private long[] freeSlots = new long[128];
    private int[] next = new int[128];
    private int[] previous = new int[128];
    private final int[] heads = new int[SizeClasses.COUNT + 1];

    static long addressOf(int run) {
        return (long) run << LOG_GRANULE;
    }

    /** The class of the run that the byte at {@code address} lies in, or 0, whatever number that is. */
    int classAt(long address) {
        long granule = address >>> LOG_GRANULE;
        return granule < classes.length ? classes[(int) granule] : 0;
    }

    /** The run of class {@code sizeClass} that the byte at {@code address} lies in. */
    static int runAt(long address, int sizeClass) {
        return (int) (address >>> LOG_GRANULE) & -(SizeClasses.runByteSize(sizeClass) >>> LOG_GRANULE);
    }

    /** The first run of a class with a free slot, or 0. */
    int head(int sizeClass) {
        return heads[sizeClass];
    }

    /** The run after {@code run} in its list, or 0. */
    int next(int run) {
        return next[run];
    }

    /** The free slots of a run as bits. */
    long freeSlots(int run) {
        return freeSlots[run];
    }

    /** Takes {@code slots} as what is free in the run, and keeps it in the list exactly while there are any. */
    void setFreeSlots(int run, int sizeClass, long slots) {
        long before = freeSlots[run];
        freeSlots[run] = slots;
        if (slots == 0) {
            unlink(run, sizeClass);
        } else if (before == 0) {
            link(run, sizeClass);
        }
    }

    /** Enters a run whose slots are all free. */
    void add(int run, int sizeClass) {
        int granules = SizeClasses.runByteSize(sizeClass) >>> LOG_GRANULE;
        if (run + granules > classes.length) {
            grow(Math.max(run + granules, classes.length * 2));
        }
        Arrays.fill(classes, run, run + granules, (byte) sizeClass);
        setFreeSlots(run, sizeClass, SizeClasses.allSlots(sizeClass));
    }

    void remove(int run, int sizeClass) {
        setFreeSlots(run, sizeClass, 0);
        Arrays.fill(classes, run, run + (SizeClasses.runByteSize(sizeClass) >>> LOG_GRANULE), (byte) 0);
    }

    private void link(int run, int sizeClass) {
        int head = heads[sizeClass];
        next[run] = head;
        previous[run] = 0;
        if (head != 0) {
            previous[head] = run;
        }
        heads[sizeClass] = run;
    }

    private void unlink(int run, int sizeClass) {
        int after = next[run];
        int before = previous[run];
        if (after != 0) {
            previous[after] = before;
        }
        if (before != 0) {
            next[before] = after;
        } else {
            heads[sizeClass] = after;
        }
    }

    private void grow(int granules) {
        classes = Arrays.copyOf(classes, granules);
        freeSlots = Arrays.copyOf(freeSlots, granules);
        next = Arrays.copyOf(next, granules);
        previous = Arrays.copyOf(previous, granules);
    }
}
