package dev.ashlar.struct;

/** The unit in which the count of a {@link Tail} counts. */
public enum TailUnit {
    /** Elements of an array, or bytes of a string in its encoded form. */
    ELEMENTS,

    /** Bytes: of an array with elements of 4 bytes, four for each. A count that is not a multiple of them is refused. */
    BYTES
}
