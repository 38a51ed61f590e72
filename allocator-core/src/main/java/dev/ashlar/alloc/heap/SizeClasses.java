package dev.ashlar.alloc.heap;

import java.util.stream.IntStream;

/**
 * The size classes of the small tier, which determine the slot that a request gets.
 *
 * <p>A class is a number from 1; 0 stands for none. Slots come in steps of 4 bytes up to 32, of 8 up to 64 and of 16 up
 * to 512. The multiples of 16 come first, so that the class for the default alignment is a shift and not a table
 * lookup. A slot is aligned to the largest power of two that divides its size, up to 512 bytes; so the default
 * alignment of 16 uses the sizes that are multiples of 16, and the finer steps serve requests for a smaller alignment.
 */
final class SizeClasses {
    static final int MAX_SLOT_BYTE_SIZE = 512;

    /** The most slack that a state byte can hold. */
    static final int MAX_SLACK = SlotRun.WIDE - 2;

    /** The logarithm of the default alignment. */
    private static final int LOG_STEP = 4;

    private static final int STEP = 1 << LOG_STEP;

    private static final int[] SLOT_BYTE_SIZES = slotByteSizes();

    /** The number of classes, which are numbered from 1. */
    static final int COUNT = SLOT_BYTE_SIZES.length - 1;

    private static final byte[][] CLASSES_BY_ALIGNMENT = classesByAlignment();

    private SizeClasses() {}

    /** The class for a positive length at the default alignment, or 0. */
    static int of(long length) {
        return length <= MAX_SLOT_BYTE_SIZE ? ofSmall(length) : 0;
    }

    /** The class for a length from 1 to {@link #MAX_SLOT_BYTE_SIZE} at the default alignment. */
    static int ofSmall(long length) {
        return ((int) length + STEP - 1) >>> LOG_STEP;
    }

    /** The class for a positive length at any alignment that is a power of two, or 0. */
    static int of(long length, long byteAlignment) {
        if (length > MAX_SLOT_BYTE_SIZE || byteAlignment > MAX_SLOT_BYTE_SIZE) {
            return 0;
        }
        return CLASSES_BY_ALIGNMENT[Long.numberOfTrailingZeros(byteAlignment)][(int) length];
    }

    /** Returns whether a state byte can hold this slack. */
    static boolean isTold(long slack) {
        return slack >= 0 && slack <= MAX_SLACK;
    }

    static int slotByteSize(int sizeClass) {
        return SLOT_BYTE_SIZES[sizeClass];
    }

    private static int[] slotByteSizes() {
        IntStream coarse = IntStream.rangeClosed(1, MAX_SLOT_BYTE_SIZE / STEP).map(number -> number * STEP);
        IntStream fine = IntStream.of(8, 12, 20, 24, 28, 40, 56);
        return IntStream.concat(IntStream.of(0), IntStream.concat(coarse, fine)).toArray();
    }

    private static byte[][] classesByAlignment() {
        byte[][] classes = new byte[Integer.numberOfTrailingZeros(MAX_SLOT_BYTE_SIZE) + 1][];
        for (int log = 0; log < classes.length; log++) {
            classes[log] = classesFor(1 << log);
        }
        return classes;
    }

    /** Computes, for each length, the class of the smallest aligned slot, unless that wastes half of the slot. */
    private static byte[] classesFor(int byteAlignment) {
        byte[] classes = new byte[MAX_SLOT_BYTE_SIZE + 1];
        for (int length = 1; length <= MAX_SLOT_BYTE_SIZE; length++) {
            int best = 0;
            for (int sizeClass = 1; sizeClass <= COUNT; sizeClass++) {
                int slot = SLOT_BYTE_SIZES[sizeClass];
                if (slot >= length && slot % byteAlignment == 0 && (best == 0 || slot < SLOT_BYTE_SIZES[best])) {
                    best = sizeClass;
                }
            }
            int slot = SLOT_BYTE_SIZES[best];
            boolean isTight = slot <= 2 * Math.max(length, BlockFormat.GRANULE_BYTE_SIZE) && slot - length <= MAX_SLACK;
            classes[length] = (byte) (isTight ? best : 0);
        }
        return classes;
    }
}
