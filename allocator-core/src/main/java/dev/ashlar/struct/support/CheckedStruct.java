package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;

/**
 * The contents of a record on their way into memory: each component was read once and can be stored. For generated
 * code, which makes one for every struct in the record before it stores the first of them.
 */
public interface CheckedStruct {
    /**
     * Checks that its references, including those of structs in it, may be stored in {@code memory}: none may belong to
     * another memory. Nothing is stored yet. Takes constant time for structs that hold no references.
     *
     * @return this
     * @throws IllegalArgumentException if a {@link dev.ashlar.struct.Ref Ref} belongs to another memory
     * @throws IllegalStateException if a {@link dev.ashlar.struct.Ref Ref} belongs to a memory, and {@code memory} is not part of a {@link
     *     dev.ashlar.memory.LinearMemory}
     */
    default CheckedStruct requireIn(Memory memory) {
        return this;
    }

    /**
     * Stores all components and leaves padding unchanged, except a union's, which is zeroed.
     *
     * @param byteOffset the offset of the struct in {@code memory}
     * @throws IndexOutOfBoundsException if the struct does not fit there
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    void storeAt(Memory memory, long byteOffset);

    /** The contents of an optional struct that is absent: storing them makes {@code byteSize} bytes zero. */
    static CheckedStruct zeros(long byteSize) {
        return (memory, byteOffset) -> memory.fill(byteOffset, 0, byteSize);
    }
}
