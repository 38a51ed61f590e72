package dev.ashlar.struct;

import java.nio.ByteOrder;

/** The order of the bytes of each value in a {@link Struct}. */
public enum StructOrder {
    /** The least significant byte first. */
    LITTLE_ENDIAN,
    /** The most significant byte first, as in network protocols. */
    BIG_ENDIAN,
    /** The order of the machine on which the program runs, for structs shared with native code. */
    NATIVE;

    /**
     * Returns whether the most significant byte comes first. Compares, which the JIT folds; a switch over an enum would
     * read a table, which it does not.
     */
    boolean isBig() {
        return this == BIG_ENDIAN || (this == NATIVE && ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN);
    }

    ByteOrder byteOrder() {
        return isBig() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
