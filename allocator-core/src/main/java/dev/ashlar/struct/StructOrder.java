package dev.ashlar.struct;

import java.nio.ByteOrder;

/** The order of the bytes of each value in a {@link Struct}. */
public enum StructOrder {
    /** The least significant byte first. */
    LITTLE_ENDIAN,
    /** The most significant byte first, as in network protocols. */
    BIG_ENDIAN,
    /** That of the machine the program runs on, for structs that native code shares. */
    NATIVE;

    /** By comparison, which the JIT folds; a switch over an enum reads a table that it does not. */
    boolean isBig() {
        return this == BIG_ENDIAN || (this == NATIVE && ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN);
    }

    ByteOrder byteOrder() {
        return isBig() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
