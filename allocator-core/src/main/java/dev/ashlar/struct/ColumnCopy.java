package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.PresenceBits;

/** Copies of one column to and from the structs of an array, byte for byte. For generated code. */
public final class ColumnCopy {
    private ColumnCopy() {}

    /**
     * Checks that columns and an array have the same size.
     *
     * @throws IllegalArgumentException if they are of different sizes
     */
    public static void requireSameSize(StructColumns<?, ?> columns, StructArray<?, ?> array) {
        if (columns.size() != array.size()) {
            throw new IllegalArgumentException(
                    "columns and array of different sizes: columns=" + columns.size() + " array=" + array.size());
        }
    }

    /**
     * Copies one component of all structs of an array into a column.
     *
     * @param array an array with as many structs as the column has elements
     * @param componentOffset the offset of the component in each struct, in bytes
     * @param structByteSize the size of each struct, in bytes
     * @param columnOffset the offset of the column in {@code memory}, in bytes
     * @param byteSize the size of the component, in bytes
     */
    public static void fromArray(
            StructArray<?, ?> array,
            long componentOffset,
            long structByteSize,
            Memory memory,
            long columnOffset,
            long byteSize) {
        if (array.size() > 0) {
            long start = array.get(0L).byteOffset() + componentOffset;
            copy(array.memory(), start, structByteSize, memory, columnOffset, byteSize, byteSize, array.size());
        }
    }

    /** Copies a column into one component of all structs of an array; the reverse of {@link #fromArray}. */
    public static void toArray(
            Memory memory,
            long columnOffset,
            long byteSize,
            StructArray<?, ?> array,
            long componentOffset,
            long structByteSize) {
        if (array.size() > 0) {
            long start = array.get(0L).byteOffset() + componentOffset;
            copy(memory, columnOffset, byteSize, array.memory(), start, structByteSize, byteSize, array.size());
        }
    }

    /**
     * Copies a presence bit of all structs of an array into the validity bitmap of a column.
     *
     * @param array an array with as many structs as the column has elements
     * @param presenceOffset the offset of the presence bits in each struct, in bytes
     * @param bit the position of the bit there
     * @param structByteSize the size of each struct, in bytes
     * @param bitmapOffset the offset of the bitmap in {@code memory}, in bytes
     * @param firstBit the position of the first row in the bitmap
     */
    public static void presenceFromArray(
            StructArray<?, ?> array,
            long presenceOffset,
            int bit,
            long structByteSize,
            Memory memory,
            long bitmapOffset,
            long firstBit) {
        if (array.size() > 0) {
            copyBits(
                    array.memory(),
                    firstBitIn(array, presenceOffset, bit),
                    structByteSize * Byte.SIZE,
                    memory,
                    bitmapOffset * Byte.SIZE + firstBit,
                    1,
                    array.size());
        }
    }

    /**
     * As {@link #presenceFromArray(StructArray, long, int, long, Memory, long, long)}, of a component that is an array with a
     * bit for each element.
     *
     * @param bit the position of the bit of the first element
     * @param bits the number of elements
     * @param firstRow the position of the first row in the bitmap, in rows
     */
    public static void presenceFromArray(
            StructArray<?, ?> array,
            long presenceOffset,
            int bit,
            int bits,
            long structByteSize,
            Memory memory,
            long bitmapOffset,
            long firstRow) {
        if (array.size() > 0) {
            for (int element = 0; element < bits; element++) {
                copyBits(
                        array.memory(),
                        firstBitIn(array, presenceOffset, bit + element),
                        structByteSize * Byte.SIZE,
                        memory,
                        bitmapOffset * Byte.SIZE + firstRow * bits + element,
                        bits,
                        array.size());
            }
        }
    }

    /**
     * Copies the validity bitmap of a column of arrays to all structs of an array; the reverse of {@link
     * #presenceFromArray(StructArray, long, int, int, long, Memory, long, long)}.
     */
    public static void presenceToArray(
            Memory memory,
            long bitmapOffset,
            long firstRow,
            StructArray<?, ?> array,
            long presenceOffset,
            int bit,
            int bits,
            long structByteSize) {
        if (array.size() > 0) {
            for (int element = 0; element < bits; element++) {
                copyBits(
                        memory,
                        bitmapOffset * Byte.SIZE + firstRow * bits + element,
                        bits,
                        array.memory(),
                        firstBitIn(array, presenceOffset, bit + element),
                        structByteSize * Byte.SIZE,
                        array.size());
            }
        }
    }

    /** Copies the validity bitmap of a column to all structs of an array; the reverse of {@link #presenceFromArray}. */
    public static void presenceToArray(
            Memory memory,
            long bitmapOffset,
            long firstBit,
            StructArray<?, ?> array,
            long presenceOffset,
            int bit,
            long structByteSize) {
        if (array.size() > 0) {
            copyBits(
                    memory,
                    bitmapOffset * Byte.SIZE + firstBit,
                    1,
                    array.memory(),
                    firstBitIn(array, presenceOffset, bit),
                    structByteSize * Byte.SIZE,
                    array.size());
        }
    }

    /** The position of a presence bit of the first struct, in bits from the start of the handle. */
    private static long firstBitIn(StructArray<?, ?> array, long presenceOffset, int bit) {
        return (array.get(0L).byteOffset() + presenceOffset) * Byte.SIZE + bit;
    }

    /** As {@link #copy}, of single bits; positions and steps are in bits. */
    private static void copyBits(
            Memory source, long from, long sourceStep, Memory target, long to, long targetStep, long count) {
        for (long index = 0; index < count; index++) {
            PresenceBits.put(
                    target, 0, to + index * targetStep, PresenceBits.isSet(source, 0, from + index * sourceStep));
        }
    }

    private static void copy(
            Memory source,
            long from,
            long sourceStep,
            Memory target,
            long to,
            long targetStep,
            long byteSize,
            long count) {
        for (long index = 0; index < count; index++) {
            long load = from + index * sourceStep;
            long store = to + index * targetStep;
            if (byteSize == Long.BYTES) {
                target.storeI64(store, source.loadI64(load));
            } else if (byteSize == Integer.BYTES) {
                target.storeI32(store, source.loadI32(load));
            } else if (byteSize == Short.BYTES) {
                target.storeI16(store, source.loadI16(load));
            } else if (byteSize == Byte.BYTES) {
                target.storeI8(store, source.loadI8(load));
            } else {
                source.copyTo(load, target, store, byteSize);
            }
        }
    }
}
