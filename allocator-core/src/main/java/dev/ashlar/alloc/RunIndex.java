package dev.ashlar.alloc;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * What the small tier knows about its runs, on the Java heap, where no payload can forge it: what run a piece of memory
 * belongs to, which slots of a run are free, and for each class the list of runs that have a free slot.
 *
 * <p>A run goes by the number of its first granule, its address divided by 512, which is never 0. A class takes slots
 * from the head of its list until that run is full, and goes on to the one that has been in the list longest: it has
 * gathered most. A full run leaves the list only then, so that the ordinary paths touch no list at all. Everything is
 * O(1), growth of the tables amortised.
 */
final class RunIndex {
    static final int LOG_GRANULE = Integer.numberOfTrailingZeros(RunShape.MIN_RUN_BYTE_SIZE);

    private byte[] shapes = new byte[128];
    private long[] freeSlots = new long[128];
    private int[] next = new int[128];
    private int[] previous = new int[128];
    private final int[] heads = new int[SizeClasses.COUNT + 1];
    private final int[] tails = new int[SizeClasses.COUNT + 1];
    private final long[] heldByteSizes = new long[SizeClasses.COUNT + 1];

    static long addressOf(int run) {
        return (long) run << LOG_GRANULE;
    }

    static int runAt(long runAddress) {
        return (int) (runAddress >>> LOG_GRANULE);
    }

    /** The shape of the run that the byte at {@code address} lies in, or 0, whatever number that is. */
    int shapeAt(long address) {
        long granule = address >>> LOG_GRANULE;
        return granule < shapes.length ? shapes[(int) granule] & 0xFF : 0;
    }

    /** The geometry of a run. */
    long geometry(int run) {
        return RunShape.geometry(shapes[run] & 0xFF);
    }

    /** Bytes of all runs of a class. */
    long heldByteSize(int sizeClass) {
        return heldByteSizes[sizeClass];
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
    void add(int run, int shape) {
        long geometry = RunShape.geometry(shape);
        int granules = RunShape.runByteSize(geometry) >>> LOG_GRANULE;
        if (run + granules > shapes.length) {
            grow(Math.max(run + granules, shapes.length * 2));
        }
        Arrays.fill(shapes, run, run + granules, (byte) shape);
        freeSlots[run] = RunShape.allSlots(geometry);
        heldByteSizes[RunShape.sizeClass(geometry)] += RunShape.runByteSize(geometry);
        append(run, RunShape.sizeClass(geometry));
    }

    /** Takes out a run whose slots are all free. */
    void remove(int run) {
        long geometry = geometry(run);
        freeSlots[run] = 0;
        heldByteSizes[RunShape.sizeClass(geometry)] -= RunShape.runByteSize(geometry);
        unlink(run, RunShape.sizeClass(geometry));
        Arrays.fill(shapes, run, run + (RunShape.runByteSize(geometry) >>> LOG_GRANULE), (byte) 0);
    }

    /** Visits every run, in the order of addresses: a walk over the tables. */
    void forEachRun(IntConsumer visitor) {
        for (int granule = 1; granule < shapes.length; ) {
            boolean isRun = shapes[granule] != 0;
            if (isRun) {
                visitor.accept(granule);
            }
            granule += isRun ? RunShape.runByteSize(geometry(granule)) >>> LOG_GRANULE : 1;
        }
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
        shapes = Arrays.copyOf(shapes, granules);
        freeSlots = Arrays.copyOf(freeSlots, granules);
        next = Arrays.copyOf(next, granules);
        previous = Arrays.copyOf(previous, granules);
    }
}
