package dev.ashlar.struct.support;

/** The contents of a record with a {@link Tail} on their way into memory, with the length of the tail. For generated code. */
public interface CheckedTail extends CheckedStruct {
    /** The size that they take in bytes, padding included. */
    long byteSize();
}
