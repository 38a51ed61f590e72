package dev.ashlar.alloc;

import java.util.Arrays;

/**
 * The size classes of the small tier, and how a run of each is laid out: tables, computed once.
 *
 * <p>A class is a number from 1; 0 stands for none. Slots come in steps of 4 bytes up to 32, of 8 up to 64 and of 16 up
 * to 512. A slot is aligned to the largest power of two that divides its size, up to 512 bytes; so the default alignment
 * of 16 uses the sizes that are multiples of 16, and the finer steps serve requests for a smaller alignment.
 *
 * <p>The table is a part of the format: what class a number stands for must not change within a format version.
 */
final class SizeClasses {
    /** The largest slot. */
    static final int MAX_SLOT_BYTE_SIZE = 512;

    /** The least run; runs are powers of two from here to {@link #MAX_RUN_BYTE_SIZE}, aligned to their size. */
    static final int MIN_RUN_BYTE_SIZE = 512;

    static final int MAX_RUN_BYTE_SIZE = 8_192;

    /** The free slots of a run are the bits of one {@code long}. */
    static final int MAX_SLOTS = Long.SIZE;

    /** One state byte says 0 or slack + 1. */
    static final int MAX_SLACK = 254;

    private static final int MIN_SLOT_BYTE_SIZE = 8;
    private static final int MIN_SLOTS = 8;

    /** Share of a run that slots must cover for the run to be large enough. */
    private static final double GOOD_SHARE = 0.935;

    private static final int[] SLOT_BYTE_SIZES = slotByteSizes();

    /** How many classes there are; they are numbered 1 to this. */
    static final int COUNT = SLOT_BYTE_SIZES.length - 1;

    /*
     * All about a run of a class in one word, so that the hot paths load once:
     *
     *   63..42                 41..36      35..30       29..16           15..6      5..0
     *   reciprocal, rounded    slots - 1   0            states offset    slot size  log2 of the run's size
     *   up, of the slot size
     */
    private static final int SLOT_SHIFT = 6;
    private static final int SLOT_MASK = 0x3FF;
    private static final int STATES_SHIFT = 16;
    private static final int STATES_MASK = 0x3FFF;
    private static final int COUNT_SHIFT = 36;
    private static final int RECIPROCAL_SHIFT = 42;
    private static final int RECIPROCAL_BITS = Long.SIZE - RECIPROCAL_SHIFT;

    private static final long[] GEOMETRIES = new long[COUNT + 1];
    private static final byte[][] CLASSES_BY_ALIGNMENT =
            new byte[Integer.numberOfTrailingZeros(MAX_SLOT_BYTE_SIZE) + 1][];

    static {
        for (int sizeClass = 1; sizeClass <= COUNT; sizeClass++) {
            GEOMETRIES[sizeClass] = pack(SLOT_BYTE_SIZES[sizeClass]);
        }
        for (int log = 0; log < CLASSES_BY_ALIGNMENT.length; log++) {
            CLASSES_BY_ALIGNMENT[log] = classesFor(1 << log);
        }
    }

    /** The classes for the default alignment, by length: the table that almost every request reads. */
    private static final byte[] DEFAULT_CLASSES = CLASSES_BY_ALIGNMENT[4];

    private SizeClasses() {}

    /** The class for a positive length at the default alignment, or 0. */
    static int of(long length) {
        return length <= MAX_SLOT_BYTE_SIZE ? DEFAULT_CLASSES[(int) length] : 0;
    }

    /** The class for a positive length at any alignment that is a power of two, or 0. */
    static int of(long length, long byteAlignment) {
        if (length > MAX_SLOT_BYTE_SIZE || byteAlignment > MAX_SLOT_BYTE_SIZE) {
            return 0;
        }
        return CLASSES_BY_ALIGNMENT[Long.numberOfTrailingZeros(byteAlignment)][(int) length];
    }

    /** What the methods below that take a geometry read from. */
    static long geometry(int sizeClass) {
        return GEOMETRIES[sizeClass];
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

    private static int[] slotByteSizes() {
        int[] sizes = new int[1 + 128];
        int count = 1;
        int size = MIN_SLOT_BYTE_SIZE;
        while (size <= MAX_SLOT_BYTE_SIZE) {
            sizes[count++] = size;
            size += size < 32 ? 4 : size < 64 ? 8 : 16;
        }
        return Arrays.copyOf(sizes, count);
    }

    private static int slotsIn(int runByteSize, int slot) {
        return (int) Math.min(MAX_SLOTS, (runByteSize - BlockFormat.HEADER_BYTE_SIZE) / (slot + 1));
    }

    private static long pack(int slot) {
        int run = chooseRunByteSize(slot);
        int slots = slotsIn(run, slot);
        long reciprocal = (1L << RECIPROCAL_BITS) / slot + 1;
        return reciprocal << RECIPROCAL_SHIFT
                | (long) (slots - 1) << COUNT_SHIFT
                | ((long) slots * slot) << STATES_SHIFT
                | (long) slot << SLOT_SHIFT
                | Integer.numberOfTrailingZeros(run);
    }

    /** The least run that wastes little, else the one that wastes least. */
    private static int chooseRunByteSize(int slot) {
        int best = 0;
        double bestShare = 0;
        for (int run = MIN_RUN_BYTE_SIZE; run <= MAX_RUN_BYTE_SIZE; run *= 2) {
            int slots = slotsIn(run, slot);
            double share = (double) slots * slot / run;
            if (slots >= MIN_SLOTS && share > bestShare) {
                best = run;
                bestShare = share;
            }
            if (bestShare >= GOOD_SHARE) {
                return best;
            }
        }
        return best;
    }

    /** For each length the least class that is aligned, unless it wastes half of the slot. */
    private static byte[] classesFor(int byteAlignment) {
        byte[] classes = new byte[MAX_SLOT_BYTE_SIZE + 1];
        for (int length = 1; length <= MAX_SLOT_BYTE_SIZE; length++) {
            int sizeClass = 1;
            while (SLOT_BYTE_SIZES[sizeClass] < length || SLOT_BYTE_SIZES[sizeClass] % byteAlignment != 0) {
                sizeClass++;
            }
            int slot = SLOT_BYTE_SIZES[sizeClass];
            boolean isTight = slot <= 2 * Math.max(length, BlockFormat.GRANULE_BYTE_SIZE) && slot - length <= MAX_SLACK;
            classes[length] = (byte) (isTight ? sizeClass : 0);
        }
        return classes;
    }
}
