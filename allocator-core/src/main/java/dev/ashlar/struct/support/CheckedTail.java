package dev.ashlar.struct.support;

/**
 * The contents of a record with a {@link dev.ashlar.struct.Tail Tail} on their way into memory, with the length of the tail. For generated
 * code.
 */
public interface CheckedTail extends CheckedStruct {
    /** The size of the struct in bytes, padding included. */
    long byteSize();
}
