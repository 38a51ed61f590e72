package dev.ashlar.alloc.heap;

/**
 * The shapes of runs: a shape is a size class and the size of the run. Tables, computed once.
 *
 * <p>A shape has a number from 1 to 255; 0 stands for none. The sizes of runs are powers of two from 512 bytes to 16
 * KiB, and runs are aligned to their size. A class has a shape for every such size that holds a few slots without
 * wasting much; it starts with small runs, so that a few blocks cost little, and uses larger ones as it grows, which
 * waste less.
 *
 * <p>The numbers are stored in the memory: the meaning of a number must not change within a format version.
 */
final class RunShape {
    static final int MIN_RUN_BYTE_SIZE = 512;
    static final int MAX_RUN_BYTE_SIZE = 16_384;

    /** The most slots of a run: its free slots are the bits of one {@code long}. */
    static final int MAX_SLOTS = Long.SIZE;

    private static final int MIN_SLOTS = 4;

    /** The least fraction of a run that slots must cover. */
    private static final double LEAST_SHARE = 0.85;

    /** The bytes of runs up to which a class doubles, approximately, see {@link #next}. */
    private static final int STEADY_BYTE_SIZE = 4_096;

    private static final int STEADY_DIVISOR = 8;
    private static final int MAX_COUNT = 255;
    private static final int[] FIRST_OF_CLASS = new int[SizeClasses.COUNT + 2];
    private static final int[] RUN_BYTE_SIZES = new int[MAX_COUNT + 1];
    private static final int[] SLOT_COUNTS = new int[MAX_COUNT + 1];
    private static final int[] SIZE_CLASSES = new int[MAX_COUNT + 1];

    /** The number of shapes, which are numbered from 1. */
    static final int COUNT = fillTables();

    private RunShape() {}

    /**
     * The shape of the next run of a class that holds {@code heldByteSize} bytes of runs. At first the class doubles:
     * with many small runs a pair of operations would touch more of the processor's cache. Later it grows by an eighth,
     * so that little is unused.
     */
    static int next(int sizeClass, long heldByteSize) {
        long most = Math.min(heldByteSize, STEADY_BYTE_SIZE + heldByteSize / STEADY_DIVISOR);
        int shape = FIRST_OF_CLASS[sizeClass];
        int end = FIRST_OF_CLASS[sizeClass + 1];
        while (shape + 1 < end && RUN_BYTE_SIZES[shape + 1] <= most) {
            shape++;
        }
        return shape;
    }

    /** The smallest shape of a class; all shapes from it to {@link #next} are of this class too. */
    static int first(int sizeClass) {
        return FIRST_OF_CLASS[sizeClass];
    }

    static boolean exists(int shape) {
        return shape > 0 && shape <= COUNT;
    }

    static int sizeClass(int shape) {
        return SIZE_CLASSES[shape];
    }

    static int runByteSize(int shape) {
        return RUN_BYTE_SIZES[shape];
    }

    static int slotByteSize(int shape) {
        return SizeClasses.slotByteSize(SIZE_CLASSES[shape]);
    }

    static int slotCount(int shape) {
        return SLOT_COUNTS[shape];
    }

    /** The offset of the state bytes in a run: behind the slots. */
    static int statesOffset(int shape) {
        return slotCount(shape) * slotByteSize(shape);
    }

    /** The offset of the slacks of wide slots in a run: behind the states, two bytes each. */
    static int slacksOffset(int shape) {
        return statesOffset(shape) + slotCount(shape) + 1 & -Short.BYTES;
    }

    /** The bytes that a slot takes in addition to its size: its state, and its slack if a state cannot hold it. */
    private static int stateByteSize(int slotByteSize) {
        return slotByteSize - 1 > SizeClasses.MAX_SLACK ? 1 + Short.BYTES : 1;
    }

    /** The slots of a run as bits, all free. */
    static long allSlots(int shape) {
        return -1L >>> (MAX_SLOTS - SLOT_COUNTS[shape]);
    }

    private static int fillTables() {
        int count = 0;
        for (int sizeClass = 1; sizeClass <= SizeClasses.COUNT; sizeClass++) {
            FIRST_OF_CLASS[sizeClass] = count + 1;
            double best = LEAST_SHARE;
            for (int run = MIN_RUN_BYTE_SIZE; run <= MAX_RUN_BYTE_SIZE; run *= 2) {
                int slot = SizeClasses.slotByteSize(sizeClass);
                int stateBytes = stateByteSize(slot);
                // One byte may be lost to the alignment of slacks.
                long room = run - BlockFormat.HEADER_BYTE_SIZE - (stateBytes - 1) / Short.BYTES;
                int slots = (int) Math.min(MAX_SLOTS, room / (slot + stateBytes));
                double share = (double) slots * slot / run;
                if (slots >= MIN_SLOTS && share >= best) {
                    best = share;
                    count++;
                    SIZE_CLASSES[count] = sizeClass;
                    RUN_BYTE_SIZES[count] = run;
                    SLOT_COUNTS[count] = slots;
                }
            }
        }
        FIRST_OF_CLASS[SizeClasses.COUNT + 1] = count + 1;
        return count;
    }
}
