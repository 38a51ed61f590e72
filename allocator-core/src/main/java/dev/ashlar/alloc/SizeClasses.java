package dev.ashlar.alloc;

import java.util.Arrays;

/**
 * The size classes of the small tier: which slot a request gets.
 *
 * <p>A class is a number from 1; 0 stands for none. Slots come in steps of 4 bytes up to 32, of 8 up to 64 and of 16 up
 * to 512. A slot is aligned to the largest power of two that divides its size, up to 512 bytes; so the default alignment
 * of 16 uses the sizes that are multiples of 16, and the finer steps serve requests for a smaller alignment.
 */
final class SizeClasses {
    static final int MIN_SLOT_BYTE_SIZE = 8;
    static final int MAX_SLOT_BYTE_SIZE = 512;

    /** One state byte says 0 or slack + 1. */
    static final int MAX_SLACK = 254;

    private static final int[] SLOT_BYTE_SIZES = slotByteSizes();

    /** How many classes there are; they are numbered 1 to this. */
    static final int COUNT = SLOT_BYTE_SIZES.length - 1;

    private static final byte[][] CLASSES_BY_ALIGNMENT = classesByAlignment();

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

    static int slotByteSize(int sizeClass) {
        return SLOT_BYTE_SIZES[sizeClass];
    }

    private static int[] slotByteSizes() {
        int[] sizes = new int[1 + MAX_SLOT_BYTE_SIZE / MIN_SLOT_BYTE_SIZE];
        int count = 1;
        int size = MIN_SLOT_BYTE_SIZE;
        while (size <= MAX_SLOT_BYTE_SIZE) {
            sizes[count++] = size;
            size += size < 32 ? 4 : size < 64 ? 8 : 16;
        }
        return Arrays.copyOf(sizes, count);
    }

    private static byte[][] classesByAlignment() {
        byte[][] classes = new byte[Integer.numberOfTrailingZeros(MAX_SLOT_BYTE_SIZE) + 1][];
        for (int log = 0; log < classes.length; log++) {
            classes[log] = classesFor(1 << log);
        }
        return classes;
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
