package dev.ashlar.struct.support;

/** The integer types among the storage types: signed ({@code I}) or unsigned ({@code U}), and their number of bits. */
public enum IntegerType {
    I8(1, false),
    U8(1, true),
    I16(2, false),
    U16(2, true),
    I32(4, false),
    U32(4, true),
    I64(8, false),
    U64(8, true);

    private final int byteSize;
    private final long min;
    private final long max;

    IntegerType(int byteSize, boolean isUnsigned) {
        this.byteSize = byteSize;
        this.min = isUnsigned ? 0 : Long.MIN_VALUE >> (Long.SIZE - (byteSize * Byte.SIZE));
        this.max = !isUnsigned ? ~min : byteSize == Long.BYTES ? Long.MAX_VALUE : (1L << (byteSize * Byte.SIZE)) - 1;
    }

    /** The size of one value in bytes. */
    public int byteSize() {
        return byteSize;
    }

    /** The least integer of the type. */
    public long min() {
        return min;
    }

    /** The greatest integer of the type; for {@link #U64}, the greatest that is a {@code long}. */
    public long max() {
        return max;
    }
}
