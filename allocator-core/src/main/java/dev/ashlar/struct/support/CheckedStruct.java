package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;

/**
 * The contents of a record on their way into memory: each component was read once and can be stored. For generated
 * code, which makes one for every struct in a record that is written before it stores the first of them.
 */
public interface CheckedStruct {
    /**
     * Checks that its references, those of structs in it included, may lie in {@code memory}; none may where they lead into
     * another memory. Nothing is stored yet. Takes constant time for structs that hold no references.
     *
     * @return this
     * @throws IllegalArgumentException if a {@link Ref} is one of another memory
     * @throws IllegalStateException if a {@link Ref} is one of some memory, and {@code memory} is part of no {@link
     *     dev.ashlar.memory.LinearMemory}
     */
    default CheckedStruct requireIn(Memory memory) {
        return this;
    }

    /**
     * Stores all components and leaves padding as it is; a union's is zeroed.
     *
     * @param byteOffset where the struct starts in {@code memory}
     * @throws IndexOutOfBoundsException if it does not fit there
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    void storeAt(Memory memory, long byteOffset);
}
