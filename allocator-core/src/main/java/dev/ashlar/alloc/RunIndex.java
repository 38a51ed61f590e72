package dev.ashlar.alloc;

import java.util.Arrays;

/**
 * What the small tier knows about its runs, on the Java heap, where no payload can forge it: which class a piece of
 * memory belongs to, which slots of a run are free, and for each class the list of runs that have a free slot.
 *
 * <p>A run goes by the number of its first granule, its address divided by 512, which is never 0. A class takes slots
 * from the head of its list until that run is full, and goes on to the one that has been in the list longest: it has
 * gathered most. A full run leaves the list only then, so that the ordinary paths touch no list at all. Everything is
 * O(1), growth of the tables amortised.
 */
final class RunIndex {
    static final int LOG_GRANULE = Integer.numberOfTrailingZeros(SizeClasses.MIN_RUN_BYTE_SIZE);

    private byte[] classes = new byte[128];
    private long[] freeSlots = new long[128];
    private int[] next = new int[128];
    private int[] previous = new int[128];
    private final int[] heads = new int[SizeClasses.COUNT + 1];
    private final int[] tails = new int[SizeClasses.COUNT + 1];

    static long addressOf(int run) {
        return (long) run << LOG_GRANULE;
    }

    static int runAt(long runAddress) {
        return (int) (runAddress >>> LOG_GRANULE);
    }

    /** The class of the run that the byte at {@code address} lies in, or 0, whatever number that is. */
    int classAt(long address) {
        long granule = address >>> LOG_GRANULE;
        return granule < classes.length ? classes[(int) granule] : 0;
    }

    /** The run that a class takes slots from, which may be full, or 0. */
    int head(int sizeClass) {
        return heads[sizeClass];
    }

    /** The run after {@code run} in its list, or 0. */
    int next(int run) {
        return next[run];
    }

    /** The free slots of a run as bits; none for run 0. */
    long freeSlots(int run) {
        return freeSlots[run];
    }

    /** Takes {@code slots} as what is free in the head run of a class. */
    void setFreeSlotsOfHead(int run, long slots) {
        freeSlots[run] = slots;
    }

    /** Takes {@code slots}, which are not none, as what is free in a run, and lists it if it was full. */
    void setFreeSlots(int run, int sizeClass, long slots) {
        long before = freeSlots[run];
        freeSlots[run] = slots;
        if (before == 0 && heads[sizeClass] != run) {
            append(run, sizeClass);
        }
    }

    /** Lets the head of a class go that is full, and returns the next head, or 0. */
    int dropHead(int sizeClass) {
        int head = heads[sizeClass];
        if (head != 0) {
            unlink(head, sizeClass);
        }
        return heads[sizeClass];
    }

    /** Enters a run whose slots are all free. */
    void add(int run, int sizeClass) {
        long geometry = SizeClasses.geometry(sizeClass);
        int granules = SizeClasses.runByteSize(geometry) >>> LOG_GRANULE;
        if (run + granules > classes.length) {
            grow(Math.max(run + granules, classes.length * 2));
        }
        Arrays.fill(classes, run, run + granules, (byte) sizeClass);
        freeSlots[run] = SizeClasses.allSlots(geometry);
        append(run, sizeClass);
    }

    /** Takes out a run whose slots are all free. */
    void remove(int run, int sizeClass) {
        freeSlots[run] = 0;
        unlink(run, sizeClass);
        int granules = SizeClasses.runByteSize(SizeClasses.geometry(sizeClass)) >>> LOG_GRANULE;
        Arrays.fill(classes, run, run + granules, (byte) 0);
    }

    /** How many slots are live, in all runs: a walk over the tables. */
    long liveSlots() {
        long live = 0;
        for (int granule = 1; granule < classes.length; ) {
            int sizeClass = classes[granule];
            if (sizeClass == 0) {
                granule++;
            } else {
                long geometry = SizeClasses.geometry(sizeClass);
                live += SizeClasses.slotCount(geometry) - Long.bitCount(freeSlots[granule]);
                granule += SizeClasses.runByteSize(geometry) >>> LOG_GRANULE;
            }
        }
        return live;
    }

    private void append(int run, int sizeClass) {
        int tail = tails[sizeClass];
        next[run] = 0;
        previous[run] = tail;
        if (tail != 0) {
            next[tail] = run;
        } else {
            heads[sizeClass] = run;
        }
        tails[sizeClass] = run;
    }

    private void unlink(int run, int sizeClass) {
        int after = next[run];
        int before = previous[run];
        if (after != 0) {
            previous[after] = before;
        } else {
            tails[sizeClass] = before;
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
