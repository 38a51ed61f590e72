package dev.ashlar.struct;

/** The order of the bytes of each value in a {@link Struct}. */
public enum StructOrder {
    /** The least significant byte first. */
    LITTLE_ENDIAN,
    /** The most significant byte first, as in network protocols. */
    BIG_ENDIAN,
    /** That of the machine the program runs on, for structs that native code shares. */
    NATIVE
}
