package dev.ashlar.alloc;

import java.util.Arrays;

/**
 * The shapes that runs come in: a size class, and how large the run is. Tables, computed once.
 *
 * <p>A shape goes by a number from 1 to 255; 0 stands for none. Runs are powers of two from 512 bytes to 16 KiB and
 * aligned to their size, so that a slot's address leads to its run. A class has a shape for every such size that holds a
 * few slots without wasting much; it starts with small runs, so that a few blocks cost little, and takes larger ones as
 * it grows, which waste less.
 *
 * <p>The numbers stand in the memory: what shape a number means must not change within a format version.
 *
 * <p>What the hot paths need of a shape is packed in one word, its geometry:
 *
 * <pre>
 *   63..42                   41..36      35..30       29..16          15..6       5..0
 *   2^22 / slot size,        slots - 1   size class   states offset   slot size   log2 of the run's size
 *   rounded up
 * </pre>
 */
final class RunShape {
    static final int MIN_RUN_BYTE_SIZE = 512;
    static final int MAX_RUN_BYTE_SIZE = 16_384;

    /** The free slots of a run are the bits of one {@code long}. */
    static final int MAX_SLOTS = Long.SIZE;

    private static final int MIN_SLOTS = 4;

    /** The least share of a run that slots must cover, but for the best shape of a class, which is always there. */
    private static final double LEAST_SHARE = 0.85;

    /** A new run is at most this part of what the class holds already. */
    private static final int GROWTH_DIVISOR = 4;

    private static final int SLOT_SHIFT = 6;
    private static final int SLOT_MASK = 0x3FF;
    private static final int STATES_SHIFT = 16;
    private static final int STATES_MASK = 0x3FFF;
    private static final int CLASS_SHIFT = 30;
    private static final int CLASS_MASK = 0x3F;
    private static final int COUNT_SHIFT = 36;
    private static final int RECIPROCAL_SHIFT = 42;
    private static final int RECIPROCAL_BITS = Long.SIZE - RECIPROCAL_SHIFT;

    private static final int[] FIRST_OF_CLASS = new int[SizeClasses.COUNT + 2];
    private static final long[] GEOMETRIES = geometries();

    /** How many shapes there are; they are numbered 1 to this. */
    static final int COUNT = GEOMETRIES.length - 1;

    private RunShape() {}

    /** The shape of the next run of a class that holds {@code heldByteSize} bytes of runs. */
    static int next(int sizeClass, long heldByteSize) {
        int shape = FIRST_OF_CLASS[sizeClass];
        int end = FIRST_OF_CLASS[sizeClass + 1];
        while (shape + 1 < end && runByteSize(GEOMETRIES[shape + 1]) <= heldByteSize / GROWTH_DIVISOR) {
            shape++;
        }
        return shape;
    }

    /** The smallest shape of a class; the shapes from it to {@link #next} are those of the class too. */
    static int first(int sizeClass) {
        return FIRST_OF_CLASS[sizeClass];
    }

    static long geometry(int shape) {
        return GEOMETRIES[shape];
    }

    static int sizeClass(long geometry) {
        return (int) (geometry >>> CLASS_SHIFT) & CLASS_MASK;
    }

    static int slotByteSize(long geometry) {
        return (int) (geometry >>> SLOT_SHIFT) & SLOT_MASK;
    }

    static int slotCount(long geometry) {
        return ((int) (geometry >>> COUNT_SHIFT) & (MAX_SLOTS - 1)) + 1;
    }

    static int runByteSize(long geometry) {
        return 1 << geometry;
    }

    /** The address of the run that the byte at {@code address} lies in: runs are aligned to their size. */
    static long runAddress(long geometry, long address) {
        return address & -1L << geometry;
    }

    /** Where the state bytes start, from the start of the run: behind the slots. */
    static int statesOffset(long geometry) {
        return (int) (geometry >>> STATES_SHIFT) & STATES_MASK;
    }

    /** The slots of a run as bits, all free. */
    static long allSlots(long geometry) {
        return -1L >>> ~(geometry >>> COUNT_SHIFT);
    }

    /** The number of the slot that starts at {@code offset} of a run, or -1: a division without the division. */
    static int slotStartingAt(long geometry, int offset) {
        int slot = (int) ((offset * (geometry >>> RECIPROCAL_SHIFT)) >>> RECIPROCAL_BITS);
        return slot * slotByteSize(geometry) == offset && offset < statesOffset(geometry) ? slot : -1;
    }

    private static long[] geometries() {
        long[] geometries = new long[256];
        int count = 1;
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            FIRST_OF_CLASS[sizeClass] = count;
            int slot = SizeClasses.slotByteSize(sizeClass);
            double best = 0;
            for (int run = MIN_RUN_BYTE_SIZE; run <= MAX_RUN_BYTE_SIZE; run *= 2) {
                int slots = slotsIn(run, slot);
                double share = (double) slots * slot / run;
                if (slots >= MIN_SLOTS && share > LEAST_SHARE && share >= best) {
                    geometries[count++] = pack(sizeClass, run, slot, slots);
                    best = share;
                }
            }
        }
        FIRST_OF_CLASS[SizeClasses.COUNT + 1] = count;
        return Arrays.copyOf(geometries, count);
    }

    private static int slotsIn(int runByteSize, int slot) {
        return (int) Math.min(MAX_SLOTS, (runByteSize - BlockFormat.HEADER_BYTE_SIZE) / (slot + 1));
    }

    private static long pack(int sizeClass, int run, int slot, int slots) {
        long reciprocal = (1L << RECIPROCAL_BITS) / slot + 1;
        return reciprocal << RECIPROCAL_SHIFT
                | (long) (slots - 1) << COUNT_SHIFT
                | (long) sizeClass << CLASS_SHIFT
                | ((long) slots * slot) << STATES_SHIFT
                | (long) slot << SLOT_SHIFT
                | Integer.numberOfTrailingZeros(run);
    }
}
